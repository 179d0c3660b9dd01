namespace CaseFlow.Cases.Access;

/// <summary>Rules on accounts. Pure.</summary>
public static class AccountRules
{
    /// <summary>Fewest characters of a password.</summary>
    public const int PasswordLength = 12;

    private static readonly string[] Guessable = ["password", "losenord", "qwerty", "123456", "caseflow", "abcdef"];

    /// <summary>False for a closed account, and for a demo account outside the demo.</summary>
    public static bool MaySignIn(Account account, AccessOptions options)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(options);
        return account.ClosedAt is null && (!account.IsDemo || options.IsDemo);
    }

    /// <summary>True for a password that consists mostly of a common word, of one sign repeated, or of the person's own address.</summary>
    public static bool IsGuessable(string password, string email)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(email);
        var plain = password.ToLowerInvariant().Replace((char)0xF6, (char)0x6F); // o with and without dots
        var name = email.Split('@')[0].ToLowerInvariant();
        return plain.Distinct().Count() < 5
            || (name.Length >= 4 && plain.Contains(name, StringComparison.Ordinal))
            || Array.Exists(Guessable, word => plain.Contains(word, StringComparison.Ordinal) && plain.Length < word.Length + 8);
    }
}
