terraform {
  backend "s3" {
    bucket  = "state"
    # ruleid: iac/state-backend-insecure
    encrypt = false
  }
}
# ruleid: iac/state-backend-insecure
output "db_password" {
  value = random_password.db.result
}
locals {
  # ruleid: iac/state-backend-insecure
  open = nonsensitive(var.db_password)
}
# ok: iac/state-backend-insecure
output "admin_password" {
  value     = random_password.db.result
  sensitive = true
}
# ok: iac/state-backend-insecure
output "secret_arn" {
  value = aws_secretsmanager_secret.a.arn
}
# ok: iac/state-backend-insecure
output "url" {
  value = aws_lb.a.dns_name
}
