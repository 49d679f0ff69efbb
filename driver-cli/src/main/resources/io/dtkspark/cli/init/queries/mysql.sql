SELECT
  from_unixtime(
    floor(unix_timestamp(event_time) / {{ interval_seconds }}) * {{ interval_seconds }}
  ) AS timestamp,
  avg(cpu_usage) AS value
FROM system_metrics
WHERE event_time >= '{{ dtk_start_time }}' AND event_time < '{{ dtk_end_time }}'
GROUP BY 1
ORDER BY 1
