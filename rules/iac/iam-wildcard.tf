data "aws_iam_policy_document" "app" {
  statement {
    # ruleid: iac/iam-wildcard
    actions   = ["*"]
    resources = ["*"]
  }
  statement {
    # ruleid: iac/iam-wildcard
    actions   = ["iam:*"]
    resources = ["*"]
  }
  statement {
    effect = "Deny"
    # ok: iac/iam-wildcard
    actions   = ["*"]
    resources = ["*"]
  }
  statement {
    # ok: iac/iam-wildcard
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.a.arn}/*"]
  }
  statement {
    # ok: iac/iam-wildcard
    actions   = ["ec2:Describe*", "cloudwatch:PutMetricData"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      # ruleid: iac/iam-wildcard
      Action   = "*"
      Resource = "*"
    }]
  })
}
resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.ci.name
  # ruleid: iac/iam-wildcard
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.ci.name
  # ok: iac/iam-wildcard
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      # ok: iac/iam-wildcard
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
