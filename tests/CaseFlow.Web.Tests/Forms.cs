using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CaseFlow.Web.Tests;

/// <summary>Fills in a form as a person would: what stands in it, with some fields changed.</summary>
internal static class Forms
{
    public static FormUrlEncodedContent Fill(IElement form, params (string Name, string Value)[] typed) => new(Values(form, typed));

    public static List<KeyValuePair<string, string>> Values(IElement form, params (string Name, string Value)[] typed)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var field in form.QuerySelectorAll("input, textarea, select"))
        {
            var name = field.GetAttribute("name");
            if (name is null || typed.Any(t => t.Name == name))
                continue;
            if (field is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
                continue;
            values.Add(new(name, field switch
            {
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => "",
            }));
        }

        values.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return values;
    }
}
