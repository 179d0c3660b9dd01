using CaseFlow.Cases.Webhooks;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Hosting;

/// <summary>Protects secrets with the keys that cookies are protected with: shared by the nodes, changed by themselves, and useless without their own protection.</summary>
internal sealed class DatabaseSecrets(IDataProtectionProvider keys) : ISecretProtection
{
    private readonly IDataProtector _protector = keys.CreateProtector("CaseFlow.Webhooks.Secret");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Unprotect(string kept) => _protector.Unprotect(kept);
}
