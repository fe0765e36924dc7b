resource "aws_security_group" "a" {
  # ruleid: iac/open-admin-ingress
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ruleid: iac/open-admin-ingress
  ingress {
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
  }
  # ruleid: iac/open-admin-ingress
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ok: iac/open-admin-ingress
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ok: iac/open-admin-ingress
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  # ok: iac/open-admin-ingress
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
# ruleid: iac/open-admin-ingress
resource "aws_vpc_security_group_ingress_rule" "pg" {
  cidr_ipv4   = "0.0.0.0/0"
  from_port   = 5432
  to_port     = 5432
  ip_protocol = "tcp"
}
# ruleid: iac/open-admin-ingress
resource "google_compute_firewall" "ssh" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
# ok: iac/open-admin-ingress
resource "google_compute_firewall" "web" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}
resource "azurerm_network_security_rule" "rdp" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefix      = "*"
  # ruleid: iac/open-admin-ingress
  destination_port_range     = "3389"
}
resource "azurerm_network_security_rule" "deny" {
  direction                  = "Inbound"
  access                     = "Deny"
  source_address_prefix      = "*"
  # ok: iac/open-admin-ingress
  destination_port_range     = "3389"
}
