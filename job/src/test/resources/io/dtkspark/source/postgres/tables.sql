DROP TABLE IF EXISTS dtk_values;
DROP TYPE IF EXISTS dtk_mood;
DROP DOMAIN IF EXISTS dtk_share;
CREATE TYPE dtk_mood AS ENUM ('glad', '12');
CREATE DOMAIN dtk_share AS NUMERIC(5, 2);
CREATE TABLE dtk_values (counted SERIAL, mood dtk_mood, number_mood dtk_mood, share dtk_share, padded CHAR(6), short_float REAL);
INSERT INTO dtk_values VALUES (7, 'glad', '12', 99.95, '2024', 16777216.1);
