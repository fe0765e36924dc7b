resource "aws_db_instance" "a" {
  username = "app"
  # ruleid: secrets/iac-literal-secret
  password = "Zr8vT1pWn5cQ"
}
resource "azurerm_mssql_server" "b" {
  # ruleid: secrets/iac-literal-secret
  administrator_login_password = "Correct1Horse"
}
# ruleid: secrets/iac-literal-secret
variable "db_password" {
  type    = string
  default = "hunter22x"
}
resource "aws_db_instance" "c" {
  # ok: secrets/iac-literal-secret
  password = var.db_password
}
resource "aws_db_instance" "d" {
  # ok: secrets/iac-literal-secret
  password = random_password.db.result
}
resource "aws_db_instance" "e" {
  # ok: secrets/iac-literal-secret
  password = "${var.db_password}"
  # ok: secrets/iac-literal-secret
  manage_master_user_password = true
}
# ok: secrets/iac-literal-secret
variable "api_password" {
  type      = string
  sensitive = true
}
# ok: secrets/iac-literal-secret
variable "token_password" {
  default = ""
}
