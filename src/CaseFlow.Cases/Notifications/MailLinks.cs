namespace CaseFlow.Cases.Notifications;

/// <summary>Addresses of CaseFlow's pages as they stand in mails.</summary>
/// <param name="BaseUrl">Where people reach CaseFlow: <c>CaseFlow:BaseUrl</c>.</param>
public sealed record MailLinks(Uri BaseUrl)
{
    public Uri Case(string number) => At($"arenden/{Uri.EscapeDataString(number)}");

    public Uri Meeting(Guid id) => At($"moten/{id}");

    public Uri Task(Tasks.TaskAddress address) => At($"uppgifter/{address}");

    public Uri ToDo => At("att-gora");

    public Uri Notices => At("notiser");

    private Uri At(string path) => new(BaseUrl.AbsoluteUri.EndsWith('/') ? BaseUrl : new Uri(BaseUrl.AbsoluteUri + "/"), path);
}
