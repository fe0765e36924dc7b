resource "alicloud_oss_bucket" "files" {
  # ruleid: iac/public-bucket
  acl = "public-read"
}
resource "alicloud_oss_bucket" "own" {
  # ok: iac/public-bucket
  acl = "private"
}
