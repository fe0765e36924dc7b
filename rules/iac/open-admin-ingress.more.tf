resource "openstack_networking_secgroup_rule_v2" "ssh" {
  direction        = "ingress"
  protocol         = "tcp"
  port_range_min   = 22
  port_range_max   = 22
  # ruleid: iac/open-admin-ingress
  remote_ip_prefix = "0.0.0.0/0"
}
resource "openstack_networking_secgroup_rule_v2" "web" {
  direction        = "ingress"
  protocol         = "tcp"
  port_range_min   = 443
  port_range_max   = 443
  # ok: iac/open-admin-ingress
  remote_ip_prefix = "0.0.0.0/0"
}
resource "oci_core_security_list" "list" {
  ingress_security_rules {
    protocol = "6"
    # ruleid: iac/open-admin-ingress
    source   = "0.0.0.0/0"
    tcp_options {
      min = 22
      max = 22
    }
  }
  ingress_security_rules {
    protocol = "6"
    # ok: iac/open-admin-ingress
    source   = "0.0.0.0/0"
    tcp_options {
      min = 443
      max = 443
    }
  }
}
resource "alicloud_security_group_rule" "ssh" {
  type        = "ingress"
  ip_protocol = "tcp"
  port_range  = "22/22"
  # ruleid: iac/open-admin-ingress
  cidr_ip     = "0.0.0.0/0"
}
resource "alicloud_security_group_rule" "out" {
  type        = "egress"
  ip_protocol = "tcp"
  port_range  = "22/22"
  # ok: iac/open-admin-ingress
  cidr_ip     = "0.0.0.0/0"
}
resource "digitalocean_firewall" "web" {
  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    # ruleid: iac/open-admin-ingress
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
  inbound_rule {
    protocol         = "tcp"
    port_range       = "443"
    # ok: iac/open-admin-ingress
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
resource "aws_network_acl_rule" "ssh" {
  rule_action = "allow"
  egress      = false
  from_port   = 22
  to_port     = 22
  # ruleid: iac/open-admin-ingress
  cidr_block  = "0.0.0.0/0"
}
resource "aws_network_acl_rule" "none" {
  rule_action = "deny"
  egress      = false
  from_port   = 22
  to_port     = 22
  # ok: iac/open-admin-ingress
  cidr_block  = "0.0.0.0/0"
}
