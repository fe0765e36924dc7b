resource "aws_opensearch_domain" "search" {
  encrypt_at_rest {
    # ruleid: iac/storage-unencrypted
    enabled = false
  }
  domain_endpoint_options {
    # ruleid: iac/storage-unencrypted
    enforce_https = false
    # ruleid: iac/storage-unencrypted
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}
resource "aws_opensearch_domain" "fine" {
  encrypt_at_rest {
    # ok: iac/storage-unencrypted
    enabled = true
  }
  domain_endpoint_options {
    # ok: iac/storage-unencrypted
    enforce_https = true
    # ok: iac/storage-unencrypted
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
    # ok: iac/storage-unencrypted
    custom_endpoint_enabled = false
  }
  auto_tune_options {
    # ok: iac/storage-unencrypted
    enabled = false
  }
}
resource "aws_cloudfront_distribution" "site" {
  origin {
    custom_origin_config {
      # ruleid: iac/storage-unencrypted
      origin_ssl_protocols = ["TLSv1", "TLSv1.2"]
    }
  }
  default_cache_behavior {
    # ruleid: iac/storage-unencrypted
    viewer_protocol_policy = "allow-all"
  }
  ordered_cache_behavior {
    # ok: iac/storage-unencrypted
    viewer_protocol_policy = "redirect-to-https"
  }
  viewer_certificate {
    # ruleid: iac/storage-unencrypted
    minimum_protocol_version = "TLSv1"
  }
}
resource "aws_cloudfront_distribution" "new" {
  origin {
    custom_origin_config {
      # ok: iac/storage-unencrypted
      origin_ssl_protocols = ["TLSv1.2"]
    }
  }
  viewer_certificate {
    # ok: iac/storage-unencrypted
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
resource "aws_lb_listener" "front" {
  # ruleid: iac/storage-unencrypted
  ssl_policy = "ELBSecurityPolicy-TLS-1-0-2015-04"
}
resource "aws_lb_listener" "new" {
  # ok: iac/storage-unencrypted
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}
resource "aws_docdb_cluster_parameter_group" "documents" {
  parameter {
    name = "tls"
    # ruleid: iac/storage-unencrypted
    value = "disabled"
  }
  parameter {
    name = "audit_logs"
    # ok: iac/storage-unencrypted
    value = "disabled"
  }
}
resource "aws_msk_cluster" "events" {
  encryption_info {
    encryption_in_transit {
      # ruleid: iac/storage-unencrypted
      client_broker = "PLAINTEXT"
    }
  }
}
resource "azurerm_redis_cache" "sessions" {
  # ruleid: iac/storage-unencrypted
  non_ssl_port_enabled = true
}
resource "google_redis_instance" "sessions" {
  # ruleid: iac/storage-unencrypted
  transit_encryption_mode = "DISABLED"
}
resource "google_compute_ssl_policy" "old" {
  # ruleid: iac/storage-unencrypted
  min_tls_version = "TLS_1_0"
}
resource "google_compute_ssl_policy" "new" {
  # ok: iac/storage-unencrypted
  min_tls_version = "TLS_1_2"
}
