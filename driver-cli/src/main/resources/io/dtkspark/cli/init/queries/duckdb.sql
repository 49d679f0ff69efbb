-- Made up, so that the example runs at once: a daily wave with some noise, one long and one
-- short incident. Replace it by a query on your own tables.
SELECT
  t AS timestamp,
  40 + 15 * sin(2 * pi() * epoch(t) / 86400)
    + (epoch(t)::BIGINT // {{ interval_seconds }} * 7919 % 101) / 20.0
    + CASE
        WHEN t BETWEEN TIMESTAMP '@long_start@' AND TIMESTAMP '@long_end@' THEN 45
        WHEN t = TIMESTAMP '@short_at@' THEN 40
        ELSE 0
      END AS value
FROM range(
  TIMESTAMP '{{ dtk_start_time }}',
  TIMESTAMP '{{ dtk_end_time }}',
  to_seconds({{ interval_seconds }})
) AS points(t)
ORDER BY t
