// ruleid: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
// ok: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
// ok: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(22));
// ruleid: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.allTraffic(), 'everything');
// ruleid: iac/open-admin-ingress
group.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.tcp(5432));
// ok: iac/open-admin-ingress
group.addIngressRule(appGroup, ec2.Port.tcp(5432));
