resource "aws_s3_bucket_acl" "a" {
  bucket = aws_s3_bucket.a.id
  # ruleid: iac/public-bucket
  acl    = "public-read"
}
resource "aws_s3_bucket_public_access_block" "a" {
  bucket = aws_s3_bucket.a.id
  # ruleid: iac/public-bucket
  block_public_acls   = false
  # ok: iac/public-bucket
  block_public_policy = true
}
resource "google_storage_bucket_iam_member" "m" {
  # ruleid: iac/public-bucket
  member = "allUsers"
  role   = "roles/storage.objectViewer"
}
resource "azurerm_storage_container" "c" {
  # ruleid: iac/public-bucket
  container_access_type = "blob"
}
resource "aws_s3_bucket_acl" "b" {
  # ok: iac/public-bucket
  acl = "private"
}
resource "google_storage_bucket_iam_member" "n" {
  # ok: iac/public-bucket
  member = "serviceAccount:app@p.iam.gserviceaccount.com"
}
resource "azurerm_storage_container" "d" {
  # ok: iac/public-bucket
  container_access_type = "private"
}
