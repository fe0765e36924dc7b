resource "aws_db_instance" "a" {
  # ruleid: iac/deletion-protection-off
  deletion_protection = false
  # ruleid: iac/deletion-protection-off
  skip_final_snapshot = true
  # ruleid: iac/deletion-protection-off
  backup_retention_period = 0
}
resource "aws_s3_bucket" "b" {
  bucket        = "files"
  # ruleid: iac/deletion-protection-off
  force_destroy = true
}
resource "aws_db_instance" "c" {
  # ok: iac/deletion-protection-off
  deletion_protection = true
  # ok: iac/deletion-protection-off
  skip_final_snapshot = false
  # ok: iac/deletion-protection-off
  backup_retention_period = 7
}
resource "aws_db_instance" "d" {
  # ok: iac/deletion-protection-off
  deletion_protection = var.environment == "production"
}
