namespace CaseFlow.Cases.Webhooks;

/// <summary>Keeps secrets that must be used again, such as those that sign, unreadable in the database and its backups. The host gives it its keys.</summary>
public interface ISecretProtection
{
    string Protect(string secret);

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was protected with keys that are gone.</exception>
    string Unprotect(string kept);
}
