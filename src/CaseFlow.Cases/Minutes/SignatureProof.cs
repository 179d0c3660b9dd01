namespace CaseFlow.Cases.Minutes;

/// <summary>How a signatory has shown, in this very act, who they are.</summary>
public interface ISignatureProof
{
    /// <returns>The method, as it is to stand with the signature; null when nothing was shown for this text.</returns>
    /// <param name="hash">Of the text that is signed.</param>
    string? MethodFor(string accountId, string hash);
}

/// <summary>Where no person sits at a page, as when a scenario is played: the account itself is what is shown.</summary>
internal sealed class AccountProof : ISignatureProof
{
    public string MethodFor(string accountId, string hash) => "konto";
}
