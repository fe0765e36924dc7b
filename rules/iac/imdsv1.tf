resource "aws_instance" "a" {
  metadata_options {
    # ruleid: iac/imdsv1
    http_tokens = "optional"
  }
}
resource "aws_launch_template" "b" {
  metadata_options {
    # ok: iac/imdsv1
    http_tokens                 = "required"
    # ruleid: iac/imdsv1
    http_put_response_hop_limit = 5
  }
}
resource "aws_instance" "c" {
  metadata_options {
    # ok: iac/imdsv1
    http_endpoint = "disabled"
    # ok: iac/imdsv1
    http_put_response_hop_limit = 1
  }
}
