namespace CaseFlow.Cases.Notifications;

/// <summary>Addresses of CaseFlow's pages as they stand in mails.</summary>
/// <param name="BaseUrl">Where people reach CaseFlow: <c>CaseFlow:BaseUrl</c>.</param>
/// <param name="From">The address that mail comes from.</param>
public sealed record MailLinks(Uri BaseUrl, string From = "caseflow@localhost")
{
    public Uri Case(string number) => At($"arenden/{Uri.EscapeDataString(number)}");

    public Uri Meeting(Guid id) => At($"moten/{id}");

    /// <summary>A document in exactly one version.</summary>
    public Uri Version(Guid id) => At($"handlingar/versioner/{id}");

    public Uri Task(Tasks.TaskAddress address) => At($"uppgifter/{address}");

    public Uri ToDo => At("att-gora");

    public Uri Notices => At("notiser");

    /// <summary>The page on which a recipient of a consultation answers without an account.</summary>
    public Uri ConsultationAnswer(string token) => At($"remissvar/{token}");

    private Uri At(string path) => new(BaseUrl.AbsoluteUri.EndsWith('/') ? BaseUrl : new Uri(BaseUrl.AbsoluteUri + "/"), path);
}
