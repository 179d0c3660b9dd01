namespace CaseFlow.Web.Components.Documents;

/// <summary>How much one request may carry. Larger than one file may be, so that a file that is too large is refused by its name and not by the server's limit.</summary>
internal static class UploadSize
{
    /// <summary>A page that takes one file.</summary>
    public const long OneFile = 100L * 1024 * 1024;

    /// <summary>A page that takes several at once.</summary>
    public const long SeveralFiles = 300L * 1024 * 1024;
}
