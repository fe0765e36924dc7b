import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { appGroup, group } from './stack';

group.addIngressRule(ec2.Peer.ipv4('10.8.0.0/24'), ec2.Port.tcp(22), 'SSH from the VPN');
group.addIngressRule(appGroup, ec2.Port.tcp(5432), 'database from the app');
