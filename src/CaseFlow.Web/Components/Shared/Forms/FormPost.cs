using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Components.Shared.Forms;

/// <summary>What a person posted with one form: the argument of <c>PostForm.OnSubmit</c>.</summary>
public sealed class FormPost(IFormCollection form)
{
    /// <summary>The hidden field that carries the request id.</summary>
    public const string RequestIdField = "_request";

    /// <summary>The id that the form got when it was drawn; a double click posts it twice and is one act.</summary>
    public string? RequestId => this[RequestIdField] is { Length: > 0 and <= 64 } id ? id : null;

    /// <summary>The field's text without surrounding blanks and with line breaks as \n; empty when it was not posted.</summary>
    public string this[string field] => form[field].ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>The field's text, or null when empty.</summary>
    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>Every value posted under the name: checkboxes and multiple choices.</summary>
    public StringValues All(string field) => form[field];

    /// <summary>True when the checkbox was ticked.</summary>
    public bool IsTicked(string field) => this[field] is "true" or "on";

    /// <summary>The date in the field (yyyy-MM-dd), or null when empty or not a date.</summary>
    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The whole number in the field, or null when empty or not a number.</summary>
    public int? Number(string field) =>
        int.TryParse(this[field], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Everything that was posted, as it came.</summary>
    public IFormCollection Form => form;

    /// <summary>The names that were posted, without those that the form itself adds.</summary>
    public IEnumerable<string> Fields => form.Keys.Where(k => !k.StartsWith('_'));

    /// <summary>The files that were posted with a form that has <c>Files</c> set.</summary>
    public IFormFileCollection Files => form.Files;
}
