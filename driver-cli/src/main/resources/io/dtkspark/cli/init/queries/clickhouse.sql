SELECT
  toStartOfInterval(event_time, INTERVAL {{ interval_seconds }} SECOND) AS timestamp,
  avg(cpu_usage) AS value
FROM system_metrics
WHERE event_time >= '{{ dtk_start_time }}' AND event_time < '{{ dtk_end_time }}'
GROUP BY timestamp
ORDER BY timestamp
