from aws_cdk import aws_ec2 as ec2

# ruleid: iac/open-admin-ingress
group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))
# ruleid: iac/open-admin-ingress
group.add_ingress_rule(peer=ec2.Peer.any_ipv4(), connection=ec2.Port.tcp(3306), description="database")
# ruleid: iac/open-admin-ingress
group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.all_traffic())
# ok: iac/open-admin-ingress
group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443))
# ok: iac/open-admin-ingress
group.add_ingress_rule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.tcp(22))
# ok: iac/open-admin-ingress
group.add_ingress_rule(app_group, ec2.Port.tcp(5432))
