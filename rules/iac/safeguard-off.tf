resource "google_container_cluster" "old" {
  # ruleid: iac/safeguard-off
  enable_legacy_abac = true
  # ruleid: iac/safeguard-off
  enable_shielded_nodes = false
}
resource "google_container_cluster" "fine" {
  # ok: iac/safeguard-off
  enable_legacy_abac = false
  # ok: iac/safeguard-off
  enable_shielded_nodes = true
}
resource "google_compute_instance" "bastion" {
  metadata = {
    # ruleid: iac/safeguard-off
    serial-port-enable = "TRUE"
    # ok: iac/safeguard-off
    block-project-ssh-keys = "true"
    # ok: iac/safeguard-off
    enable-oslogin = "TRUE"
  }
  shielded_instance_config {
    # ruleid: iac/safeguard-off
    enable_integrity_monitoring = false
    # ok: iac/safeguard-off
    enable_vtpm = true
  }
}
resource "google_dns_managed_zone" "zone" {
  dnssec_config {
    # ruleid: iac/safeguard-off
    state = "off"
  }
}
resource "google_dns_managed_zone" "signed" {
  dnssec_config {
    # ok: iac/safeguard-off
    state = "on"
    default_key_specs {
      # ok: iac/safeguard-off
      algorithm = "rsasha256"
    }
  }
}
resource "google_sql_database_instance" "mysql" {
  settings {
    database_flags {
      name = "local_infile"
      # ruleid: iac/safeguard-off
      value = "on"
    }
    database_flags {
      name = "slow_query_log"
      # ok: iac/safeguard-off
      value = "on"
    }
  }
}
resource "google_redis_instance" "sessions" {
  # ruleid: iac/safeguard-off
  auth_enabled = false
}
resource "azurerm_kubernetes_cluster" "shop" {
  # ruleid: iac/safeguard-off
  role_based_access_control_enabled = false
  api_server_access_profile {
    # ruleid: iac/safeguard-off
    authorized_ip_ranges = ["0.0.0.0/0"]
  }
}
resource "azurerm_kubernetes_cluster" "fine" {
  # ok: iac/safeguard-off
  role_based_access_control_enabled = true
  api_server_access_profile {
    # ok: iac/safeguard-off
    authorized_ip_ranges = ["203.0.113.0/29"]
  }
  http_application_routing {
    # ok: iac/safeguard-off
    enabled = false
  }
}
resource "azurerm_linux_virtual_machine" "worker" {
  # ruleid: iac/safeguard-off
  disable_password_authentication = false
}
resource "azurerm_linux_virtual_machine" "fine" {
  # ok: iac/safeguard-off
  disable_password_authentication = true
}
resource "azurerm_container_registry" "images" {
  # ruleid: iac/safeguard-off
  anonymous_pull_enabled = true
  # ok: iac/safeguard-off
  admin_enabled = false
}
resource "azurerm_key_vault" "keys" {
  network_acls {
    bypass = "AzureServices"
    # ruleid: iac/safeguard-off
    default_action = "Allow"
  }
}
resource "azurerm_key_vault" "closed" {
  network_acls {
    bypass = "AzureServices"
    # ok: iac/safeguard-off
    default_action = "Deny"
  }
}
resource "azurerm_application_gateway" "front" {
  waf_configuration {
    # ruleid: iac/safeguard-off
    enabled       = false
    firewall_mode = "Detection"
  }
}
resource "aws_kms_key" "data" {
  # ruleid: iac/safeguard-off
  enable_key_rotation = false
}
resource "aws_kms_key" "fine" {
  # ok: iac/safeguard-off
  enable_key_rotation = true
}
resource "aws_transfer_server" "drop" {
  # ruleid: iac/safeguard-off
  protocols = ["SFTP", "FTP"]
}
resource "aws_transfer_server" "fine" {
  # ok: iac/safeguard-off
  protocols = ["SFTP", "FTPS"]
}
resource "aws_ami_launch_permission" "image" {
  # ruleid: iac/safeguard-off
  group = "all"
}
resource "aws_ami_launch_permission" "partner" {
  # ok: iac/safeguard-off
  account_id = "123456789012"
}
resource "aws_ecs_task_definition" "agent" {
  # ruleid: iac/safeguard-off
  container_definitions = jsonencode([{ name = "agent", image = "agent:1.4", privileged = true }])
}
resource "aws_ecs_task_definition" "web" {
  # ok: iac/safeguard-off
  container_definitions = jsonencode([{ name = "web", image = "web:1.4", privileged = false }])
}
resource "kubernetes_pod" "web" {
  spec {
    # ruleid: iac/safeguard-off
    host_network = true
    container {
      security_context {
        # ruleid: iac/safeguard-off
        privileged = true
        # ok: iac/safeguard-off
        run_as_non_root = true
      }
    }
  }
}
resource "azurerm_app_service" "shop" {
  site_config {
    cors {
      # ruleid: iac/safeguard-off
      allowed_origins     = ["*"]
      support_credentials = true
    }
  }
}
resource "azurerm_app_service" "fonts" {
  site_config {
    cors {
      # ok: iac/safeguard-off
      allowed_origins     = ["*"]
      support_credentials = false
    }
  }
}
