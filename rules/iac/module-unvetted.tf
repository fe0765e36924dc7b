module "vpc" {
  # ok: iac/module-unvetted
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}
module "local" {
  # ok: iac/module-unvetted
  source = "./modules/app"
}
module "private" {
  # ok: iac/module-unvetted
  source = "app.terraform.io/acme/network/aws"
}
module "unknown" {
  # ruleid: iac/module-unvetted
  source = "some-person/vpc/aws"
}
module "git" {
  # ruleid: iac/module-unvetted
  source = "github.com/some-person/terraform-x"
}
module "zip" {
  # ruleid: iac/module-unvetted
  source = "https://files.example.com/module.zip"
}
terraform {
  required_providers {
    aws = {
      # ok: iac/module-unvetted
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    fake = {
      # ruleid: iac/module-unvetted
      source  = "hashicorpp/aws"
      version = "~> 5.0"
    }
  }
}
