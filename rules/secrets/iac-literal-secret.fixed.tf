resource "random_password" "db" {
  length  = 32
  special = true
}

variable "mssql_password" {
  type      = string
  sensitive = true
}

data "aws_secretsmanager_secret_version" "replica" {
  secret_id = "shop/replica"
}

resource "aws_db_instance" "shop" {
  engine              = "postgres"
  instance_class      = "db.t4g.small"
  allocated_storage   = 20
  username            = "app"
  password            = random_password.db.result
  storage_encrypted   = true
  publicly_accessible = false
  deletion_protection = true
}

resource "aws_db_instance" "replica" {
  engine              = "postgres"
  instance_class      = "db.t4g.small"
  username            = "app"
  password            = data.aws_secretsmanager_secret_version.replica.secret_string
  storage_encrypted   = true
  deletion_protection = true
}

resource "azurerm_mssql_server" "reports" {
  name                         = "reports"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login          = "app"
  administrator_login_password = var.mssql_password
}
