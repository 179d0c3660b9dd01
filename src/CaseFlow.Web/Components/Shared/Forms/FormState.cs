using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Components.Shared.Forms;

/// <summary>A fault in what was posted. <paramref name="Field"/> is the form field to mend; null concerns the whole form.</summary>
/// <param name="Clause">Id of the mandate's clause that refuses; null where no clause does.</param>
public sealed record FormError(string? Field, string Text, string? Clause = null);

/// <summary>What the request posted and what is wrong with it. Fields read their typed text here, so nothing typed is ever lost.</summary>
/// <remarks>
/// One a request. A form that came too late (its antiforgery token or the sign-in had expired) is here as well,
/// with <see cref="IsRestored"/>: it is shown again and never executed.
/// </remarks>
/// <param name="organisations">Null where a component is drawn alone, without the application around it.</param>
public sealed class FormState(IHttpContextAccessor accessor, OrganisationSource? organisations = null)
{
    /// <summary>The hidden field in which Blazor posts the form's name.</summary>
    public const string FormNameField = "_handler";

    private readonly List<FormError> _errors = [];
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    /// <summary>Raised when errors are added, so that summary, title and fields draw themselves again.</summary>
    public event EventHandler? Changed;

    public IReadOnlyList<FormError> Errors => Restored?.Fault is { } fault ? [fault, .. _errors] : _errors;

    /// <summary>True when the posted form had come too late and is only shown again.</summary>
    public bool IsRestored => Restored is not null;

    /// <summary>True when the request posted the form with this name.</summary>
    public bool IsPosted(string form) => Posted is { } posted && posted[FormNameField] == form;

    /// <summary>What was posted in the field, or null when this form was not posted.</summary>
    public StringValues? Values(string form, string field) => IsPosted(form) ? Posted![field] : default(StringValues?); // IsPosted is false when nothing was posted

    /// <summary>Every field that was posted.</summary>
    public IFormCollection? Posted => Restored?.Form
        ?? (accessor.HttpContext is { } http && IsReadable(http) ? http.Request.Form : null);

    /// <summary>The first fault of the field, or null.</summary>
    public string? ErrorOf(string form, string field) =>
        IsPosted(form) ? Errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.Ordinal))?.Text : null;

    /// <summary>The element id of a field of the posted form, for the summary's links.</summary>
    public string IdOf(string field) =>
        Posted is { } posted && _prefixes.TryGetValue(posted[FormNameField].ToString(), out var prefix) ? $"{prefix}-{field}" : field;

    internal void UsePrefix(string form, string prefix) => _prefixes[form] = prefix;

    /// <summary>Adds a fault found by the page itself; the answer's status becomes 422.</summary>
    public void AddError(string? field, string text) => Add([new(field, text)], StatusCodes.Status422UnprocessableEntity);

    /// <summary>Shows a use case's refusals in the request's language; the answer's status follows the first one's kind.</summary>
    public void Refuse(IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Count > 0)
            Add(refusals.Select(r => new FormError(r.Field, r.Text.Current, r.Clause)), StatusOf(refusals[0].Kind));
    }

    /// <summary>The rules that a refusal cites; null where nothing is deployed.</summary>
    public async Task<MandateRules?> Rules() =>
        organisations is null ? null : (await organisations.Find(accessor.HttpContext?.RequestAborted ?? CancellationToken.None))?.Rules;

    /// <summary>The HTTP status that tells a refusal of the kind.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid or RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Stale or RefusalKind.Conflict => StatusCodes.Status409Conflict,
    };

    private RestoredForm? Restored => accessor.HttpContext?.Features.Get<RestoredForm>();

    // A form without a valid token is nobody's words, also on the page that says so.
    private static bool IsReadable(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
        && http.Request.HasFormContentType;

    private void Add(IEnumerable<FormError> errors, int status)
    {
        _errors.AddRange(errors);
        if (accessor.HttpContext is { Response.HasStarted: false } http)
            http.Response.StatusCode = status;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

/// <summary>A posted form that came too late, or was too large, to be executed; set as a feature of the request by the hosting.</summary>
/// <param name="Fault">What is told instead, when it was not late.</param>
public sealed record RestoredForm(IFormCollection Form, FormError? Fault = null);
