using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Hosting;

/// <summary>What a person had typed when the sign-in had run out: where it was to go, and the fields.</summary>
internal sealed record KeptForm(string Path, Dictionary<string, string[]> Fields);

/// <summary>Carries a typed form through the sign-in page, sealed, so that nothing of it is stored on the server and nobody can plant one.</summary>
internal sealed class KeptForms(IDataProtectionProvider protection)
{
    /// <summary>The field that carries it.</summary>
    public const string Field = "_kept";

    private const int LongestText = 400_000;
    private static readonly TimeSpan Keeps = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("CaseFlow.KeptForms").ToTimeLimitedDataProtector();

    /// <summary>The sealed form; null when it is too long to carry. Tokens and request ids are left out.</summary>
    public string? Seal(string path, IFormCollection form)
    {
        var fields = form.Where(f => f.Key is not ("_token" or "_request" or Field))
            .ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray(), StringComparer.Ordinal);
        var json = JsonSerializer.Serialize(new KeptForm(path, fields));
        return json.Length > LongestText ? null : _seal.Protect(json, Keeps);
    }

    /// <summary>What was sealed; null when it is not ours or has grown too old.</summary>
    public KeptForm? Open(string? sealedForm)
    {
        if (string.IsNullOrEmpty(sealedForm))
            return null;
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(_seal.Unprotect(sealedForm));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static FormCollection ToForm(KeptForm kept) =>
        new(kept.Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value), StringComparer.Ordinal));
}
