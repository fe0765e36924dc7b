resource "aws_db_instance" "a" {
  # ruleid: iac/storage-unencrypted
  storage_encrypted = false
}
resource "aws_ebs_volume" "b" {
  size      = 10
  # ruleid: iac/storage-unencrypted
  encrypted = false
}
resource "azurerm_storage_account" "c" {
  # ruleid: iac/storage-unencrypted
  min_tls_version = "TLS1_0"
}
resource "aws_db_instance" "d" {
  # ok: iac/storage-unencrypted
  storage_encrypted = true
}
resource "aws_s3_bucket" "e" {
  # ok: iac/storage-unencrypted
  bucket = "files"
}
resource "azurerm_storage_account" "f" {
  # ok: iac/storage-unencrypted
  min_tls_version = "TLS1_2"
}
resource "aws_db_instance" "g" {
  # ok: iac/storage-unencrypted
  storage_encrypted = var.encrypted
}
