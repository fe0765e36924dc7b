resource "aws_db_instance" "a" {
  # ruleid: iac/db-public
  publicly_accessible = true
}
resource "google_sql_database_instance" "b" {
  settings {
    ip_configuration {
      authorized_networks {
        name  = "all"
        # ruleid: iac/db-public
        value = "0.0.0.0/0"
      }
    }
  }
}
resource "azurerm_mssql_firewall_rule" "c" {
  start_ip_address = "0.0.0.0"
  # ruleid: iac/db-public
  end_ip_address   = "255.255.255.255"
}
resource "aws_eks_cluster" "d" {
  vpc_config {
    # ruleid: iac/db-public
    public_access_cidrs = ["0.0.0.0/0"]
  }
}
resource "aws_db_instance" "e" {
  # ok: iac/db-public
  publicly_accessible = false
}
resource "aws_db_instance" "f" {
  # ok: iac/db-public
  publicly_accessible = var.publicly_accessible
}
resource "aws_eks_cluster" "g" {
  vpc_config {
    # ok: iac/db-public
    public_access_cidrs = ["203.0.113.0/24"]
  }
}
