using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public static class Clients
{
    public static HttpClient Internal(X509Certificate2 authority)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                },
            },
        };
        return new HttpClient(handler);
    }
}
