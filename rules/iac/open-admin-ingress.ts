// ruleid: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
// ok: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
// ok: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(22));
