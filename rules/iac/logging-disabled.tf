resource "aws_cloudtrail" "a" {
  name           = "main"
  # ruleid: iac/logging-disabled
  enable_logging = false
}
resource "aws_guardduty_detector" "b" {
  # ruleid: iac/logging-disabled
  enable = false
}
resource "aws_eks_cluster" "c" {
  # ruleid: iac/logging-disabled
  enabled_cluster_log_types = []
}
resource "aws_cloudtrail" "d" {
  # ok: iac/logging-disabled
  enable_logging = true
}
resource "aws_guardduty_detector" "e" {
  # ok: iac/logging-disabled
  enable = true
}
resource "aws_eks_cluster" "f" {
  # ok: iac/logging-disabled
  enabled_cluster_log_types = ["api", "audit"]
}
resource "google_container_cluster" "silent" {
  # ruleid: iac/logging-disabled
  logging_service = "none"
}
resource "google_container_cluster" "heard" {
  # ok: iac/logging-disabled
  logging_service = "logging.googleapis.com/kubernetes"
}
