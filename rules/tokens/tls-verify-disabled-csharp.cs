using System.Net;
using System.Net.Http;

public class Clients
{
    public HttpClient Any()
    {
        var handler = new HttpClientHandler();
        // ruleid: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return new HttpClient(handler);
    }

    public HttpClient Callback()
    {
        var handler = new HttpClientHandler();
        // ruleid: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        return new HttpClient(handler);
    }

    public HttpClient Initialiser()
    {
        // ruleid: tokens/tls-verify-disabled-csharp
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, ch, e) => true };
        return new HttpClient(handler);
    }

    public void Global()
    {
        // ruleid: tokens/tls-verify-disabled-csharp
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
    }

    public void Assigned()
    {
        // ruleid: tokens/tls-verify-disabled-csharp
        ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => true;
    }

    public void Options(SslClientAuthenticationOptions options)
    {
        // ruleid: tokens/tls-verify-disabled-csharp
        options.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => true;
    }

    public HttpClient Pinned()
    {
        var handler = new HttpClientHandler();
        // ok: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = (m, certificate, c, e) => certificate.Thumbprint == Pin;
        return new HttpClient(handler);
    }

    public HttpClient Checked()
    {
        var handler = new HttpClientHandler();
        // ok: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = (m, certificate, c, errors) => errors == SslPolicyErrors.None;
        return new HttpClient(handler);
    }

    public HttpClient Plain()
    {
        // ok: tokens/tls-verify-disabled-csharp
        return new HttpClient(new HttpClientHandler());
    }

    public HttpClient Initialised()
    {
        // ok: tokens/tls-verify-disabled-csharp
        return new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
    }

    public void Cleared()
    {
        // ok: tokens/tls-verify-disabled-csharp
        ServicePointManager.ServerCertificateValidationCallback = null;
    }

    public void Filter()
    {
        // ok: tokens/tls-verify-disabled-csharp
        this.Filter = item => true;
    }
}
