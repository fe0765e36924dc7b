module "a" {
  # ruleid: iac/module-unpinned
  source = "terraform-aws-modules/vpc/aws"
  cidr   = "10.0.0.0/16"
}
module "b" {
  # ruleid: iac/module-unpinned
  source = "git::https://example.com/network.git?ref=main"
}
module "c" {
  # ruleid: iac/module-unpinned
  source = "github.com/acme/network"
}
module "d" {
  # ok: iac/module-unpinned
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}
module "e" {
  # ok: iac/module-unpinned
  source = "git::https://example.com/network.git?ref=v1.2.0"
}
module "f" {
  # ok: iac/module-unpinned
  source = "./modules/network"
}
