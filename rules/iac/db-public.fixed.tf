resource "aws_db_instance" "shop" {
  engine                  = "postgres"
  instance_class          = "db.t4g.small"
  allocated_storage       = 20
  storage_encrypted       = true
  username                = "app"
  password                = random_password.db.result
  publicly_accessible     = false
  db_subnet_group_name    = aws_db_subnet_group.private.name
  vpc_security_group_ids  = [aws_security_group.db.id]
  deletion_protection     = true
  backup_retention_period = 7
}

resource "aws_vpc_security_group_ingress_rule" "db_from_app" {
  security_group_id            = aws_security_group.db.id
  referenced_security_group_id = aws_security_group.app.id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

resource "google_sql_database_instance" "reports" {
  database_version    = "POSTGRES_17"
  deletion_protection = true
  settings {
    tier = "db-g1-small"
    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.main.id
    }
  }
}
