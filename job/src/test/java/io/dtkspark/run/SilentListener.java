package io.dtkspark.run;

import io.dtkspark.notify.Delivery;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.plan.Step;
import io.dtkspark.publish.Effort;
import io.dtkspark.report.MetricOutcome;
import java.util.List;

/** Hears everything and says nothing. */
class SilentListener implements RunListener {

  @Override
  public void clickHouseRows(boolean byConnector) {}

  @Override
  public void metricStarted(String metric) {}

  @Override
  public void loadPlanned(String metric, LoadPlan plan) {}

  @Override
  public void loadFinished(String metric, long points) {}

  @Override
  public void detectStarted(String metric, int detectors) {}

  @Override
  public void detectPlanned(String metric, int detectors, DetectPlan plan) {}

  @Override
  public void detectFinished(String metric, DetectPlan plan, long rows, long anomalies) {}

  @Override
  public void alertsChecked(String metric, List<BlockReport> blocks) {}

  @Override
  public void failureTold(String metric, List<Delivery> deliveries) {}

  @Override
  public void warning(String metric, String message) {}

  @Override
  public void progress(Step step, long done, long total, long rows) {}

  @Override
  public void workDone(Step step, Effort effort) {}

  @Override
  public void metricFinished(MetricOutcome outcome) {}

  @Override
  public void runFinished(List<MetricOutcome> outcomes) {}
}
