SELECT concat_ws('|', table_name, column_name, replace(column_type, 'int(11)', 'int'), is_nullable,
                 coalesce(nullif(column_default, 'NULL'), '-'), column_key, extra) AS line
FROM information_schema.columns
WHERE table_schema = 'INTERNAL' AND table_name != '_dtk_stagings'
ORDER BY BINARY table_name, ordinal_position;
SELECT concat_ws('|', table_name, index_name, non_unique, seq_in_index, column_name,
                 coalesce(sub_part, '-')) AS line
FROM information_schema.statistics
WHERE table_schema = 'INTERNAL' AND table_name != '_dtk_stagings'
ORDER BY BINARY table_name, BINARY index_name, seq_in_index;
SELECT concat_ws('|', table_name, engine) AS line
FROM information_schema.tables
WHERE table_schema = 'INTERNAL' AND table_name != '_dtk_stagings'
ORDER BY BINARY table_name;
