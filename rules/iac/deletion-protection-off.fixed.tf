resource "aws_db_instance" "shop" {
  engine                    = "postgres"
  instance_class            = "db.t4g.small"
  storage_encrypted         = true
  manage_master_user_password = true
  username                  = "app"
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "shop-final"
  backup_retention_period   = 7
}

resource "aws_s3_bucket" "files" {
  bucket        = "shop-files"
  force_destroy = false
}
