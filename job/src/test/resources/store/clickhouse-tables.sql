CREATE DATABASE IF NOT EXISTS INTERNAL
;
CREATE DATABASE IF NOT EXISTS DATA
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_datapoints (
            metric_name String,
    timestamp DateTime64(3, 'UTC'),
    value Nullable(Float64),
    seasonality_data String,
    interval_seconds Int32,
    seasonality_columns String,
    created_at DateTime64(3, 'UTC')
        )
        ENGINE = ReplacingMergeTree(created_at)
        ORDER BY (metric_name, timestamp)
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_detections (
            metric_name String,
    detector_id String,
    detector_name String,
    timestamp DateTime64(3, 'UTC'),
    is_anomaly Bool,
    confidence_lower Nullable(Float64),
    confidence_upper Nullable(Float64),
    value Nullable(Float64),
    processed_value Nullable(Float64),
    detector_params String,
    detection_metadata String,
    created_at DateTime64(3, 'UTC')
        )
        ENGINE = ReplacingMergeTree(created_at)
        ORDER BY (metric_name, detector_id, timestamp)
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_tasks (
            metric_name String,
    detector_id String,
    process_type String,
    status String,
    started_at DateTime64(3, 'UTC'),
    updated_at DateTime64(3, 'UTC'),
    last_processed_timestamp Nullable(DateTime64(3, 'UTC')),
    error_message Nullable(String),
    timeout_seconds Int32,
    last_alert_sent Nullable(DateTime64(3, 'UTC')),
    alert_count UInt32 DEFAULT '0',
    last_recovery_sent Nullable(DateTime64(3, 'UTC'))
        )
        ENGINE = MergeTree()
        ORDER BY (metric_name, detector_id, process_type)
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_metrics (
            metric_name String,
    description Nullable(String),
    path String,
    interval String,
    loading_start_time Nullable(DateTime64(3, 'UTC')),
    loading_batch_size UInt32,
    is_alert_enabled UInt8,
    timezone Nullable(String),
    direction Nullable(String),
    consecutive_anomalies UInt32,
    no_data_alert UInt8,
    min_detectors UInt32,
    tags String,
    enabled UInt8,
    created_at DateTime64(3, 'UTC'),
    updated_at DateTime64(3, 'UTC')
        )
        ENGINE = MergeTree()
        ORDER BY (metric_name)
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_alert_states (
            metric_name String,
    alert_config_id String,
    last_alert_sent Nullable(DateTime64(3, 'UTC')),
    last_recovery_sent Nullable(DateTime64(3, 'UTC')),
    alert_count UInt32 DEFAULT '0',
    updated_at DateTime64(3, 'UTC')
        )
        ENGINE = ReplacingMergeTree(updated_at)
        ORDER BY (metric_name, alert_config_id)
;
CREATE TABLE IF NOT EXISTS INTERNAL._dtk_autotune_runs (
            metric_name String,
    run_id String,
    created_at DateTime64(3, 'UTC'),
    training_period_start Nullable(DateTime64(3, 'UTC')),
    training_period_end Nullable(DateTime64(3, 'UTC')),
    interval_seconds Int32,
    labels_json String,
    mode String,
    scoring_metric String,
    score Nullable(Float64),
    chosen_seasonality_json String,
    chosen_detector_type Nullable(String),
    chosen_detector_params_json String,
    winning_detector_id Nullable(String),
    candidate_detector_ids_json String,
    decision_log_json String,
    generated_config_path Nullable(String),
    generated_config_text String,
    status String,
    error_message Nullable(String)
        )
        ENGINE = ReplacingMergeTree(created_at)
        ORDER BY (metric_name, run_id)
;
