SELECT concat_ws('|', table_name, column_name, data_type, coalesce(datetime_precision::text, '-'),
                 is_nullable, coalesce(column_default, '-')) AS line
FROM information_schema.columns
WHERE table_schema = 'INTERNAL' AND table_name != '_dtk_stagings'
ORDER BY table_name COLLATE "C", ordinal_position;
SELECT concat_ws('|', relname, indisprimary, indisunique,
                 (SELECT string_agg(attname, ',' ORDER BY place)
                  FROM unnest(indkey) WITH ORDINALITY AS key(attnum, place)
                  JOIN pg_attribute ON attrelid = indrelid AND pg_attribute.attnum = key.attnum)) AS line
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'INTERNAL')
  AND relname != '_dtk_stagings'
ORDER BY relname COLLATE "C", indexrelid;
