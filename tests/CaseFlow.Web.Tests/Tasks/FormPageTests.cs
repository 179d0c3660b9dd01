using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Forms;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using Microsoft.AspNetCore.Components;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Tasks;

/// <summary>Any form of the definitions becomes an accessible page, with nothing written for it in code.</summary>
[TestFixture]
public sealed class FormPageTests
{
    private const string Sorting = """
        { "id": "sortering", "components": [
          { "type": "text", "text": "Enas om vägen vidare.\n\nEn tom rad ger ett nytt stycke." },
          { "type": "radio", "key": "utfall", "label": "Vart ska ärendet?", "validate": { "required": true }, "properties": { "labelEn": "Where to?" },
            "values": [ { "label": "VVG", "value": "vvg", "description": "Länsgemensam fråga" }, { "label": "Vilande", "value": "vilande" } ] },
          { "type": "select", "key": "sida", "label": "Sida", "valuesKey": "sidor" },
          { "type": "checklist", "key": "omraden", "label": "Områden", "values": [ { "label": "Ett", "value": "ett" }, { "label": "Två", "value": "tva" } ] },
          { "type": "group", "label": "Tid", "components": [
            { "type": "number", "key": "minuter", "label": "Hur lång tid?", "appearance": { "suffixAdorner": "minuter" } },
            { "type": "datetime", "subtype": "date", "key": "till", "label": "Vilande till", "defaultValue": "2026-12-01" } ] },
          { "type": "textarea", "key": "skal", "label": "Varför?", "description": "Två meningar räcker.", "validate": { "required": true, "maxLength": 500 } },
          { "type": "checkbox", "key": "klart", "label": "Vi är överens" } ] }
        """;

    [Test]
    public async Task Every_control_has_a_label_and_its_hint()
    {
        var page = await Draw(new Rendered(), Sorting);

        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), textarea, select"))
            Assert.That(page.QuerySelector($"label[for='{control.Id}']")?.TextContent.Trim(), Is.Not.Null.And.Not.Empty, control.OuterHtml);
        var why = page.QuerySelector("textarea")!;
        Assert.That(page.GetElementById(why.GetAttribute("aria-describedby")!)!.TextContent, Is.EqualTo("Två meningar räcker."));
        Assert.That(page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count(), Is.EqualTo(page.QuerySelectorAll("[id]").Length), "ids are unique");
    }

    [Test]
    public async Task A_choice_is_one_question_with_its_answers()
    {
        var page = await Draw(new Rendered(), Sorting);

        var question = page.QuerySelector("fieldset:has(input[name=utfall])")!;
        Assert.That(question.QuerySelector("legend")!.TextContent, Is.EqualTo("Vart ska ärendet?"));
        Assert.That(question.QuerySelectorAll("label").Select(l => l.TextContent), Is.EqualTo(new[] { "VVG", "Vilande" }));
        Assert.That(question.QuerySelectorAll("input[checked]"), Is.Empty, "nothing is chosen beforehand");
    }

    [Test]
    public async Task Only_what_need_not_be_answered_says_that_it_is_optional()
    {
        var page = await Draw(new Rendered(), Sorting);

        Assert.That(page.QuerySelector("label[for=skal]")!.TextContent, Is.EqualTo("Varför?"));
        Assert.That(page.QuerySelector("label[for=minuter]")!.TextContent, Is.EqualTo("Hur lång tid? (frivilligt)"));
        Assert.That(page.QuerySelector("textarea")!.HasAttribute("required"), Is.True);
    }

    [Test]
    public async Task Choices_that_come_from_a_variable_carry_the_names_of_the_organisation()
    {
        var sides = FeelContext.Empty.With("sidor", FeelValue.Of([FeelValue.Of("ena"), FeelValue.Of("andra")]));
        var page = await Draw(new Rendered(), Sorting, sides, code => code == "ena" ? "Ena sidan" : null);

        Assert.That(page.QuerySelectorAll("select[name=sida] option").Select(o => o.TextContent), Is.EqualTo(new[] { "Välj", "Ena sidan", "andra" }));
    }

    [Test]
    public async Task What_the_form_fills_in_stands_there_from_the_start()
    {
        var page = await Draw(new Rendered(), Sorting);

        Assert.That(page.QuerySelector("input[name=till]")!.GetAttribute("value"), Is.EqualTo("2026-12-01"));
    }

    [Test]
    public async Task Everything_typed_stands_there_again_beside_the_faults()
    {
        var rendered = new Rendered().Posted("task",
            ("utfall", ["vilande"]), ("omraden", ["ett", "tva"]), ("minuter", ["tjugo"]), ("till", [""]), ("skal", ["Första raden\r\nandra <b>raden</b>"]), ("klart", ["true"]));
        rendered.State.AddError("minuter", "Ange ett tal");
        var page = await Draw(rendered, Sorting);

        Assert.That(page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")), Is.EqualTo(new[] { "vilande", "ett", "tva", "true" }));
        Assert.That(page.QuerySelector("input[name=minuter]")!.GetAttribute("value"), Is.EqualTo("tjugo"));
        Assert.That(page.QuerySelector("input[name=till]")!.GetAttribute("value"), Is.Empty, "what was emptied stays empty");
        Assert.That(((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ReplaceLineEndings("\n"), Is.EqualTo("Första raden\nandra <b>raden</b>"));
    }

    [Test]
    public async Task A_fault_stands_in_the_summary_and_beside_its_field_in_the_same_words()
    {
        var rendered = new Rendered().Posted("task", ("minuter", ["tjugo"]));
        rendered.State.AddError("minuter", "Ange ett tal");
        var page = await Draw(rendered, Sorting);

        var link = page.QuerySelector(".summary a")!;
        Assert.That(link.TextContent, Is.EqualTo("Ange ett tal"));
        var field = page.QuerySelector(link.GetAttribute("href")!)!;
        Assert.That(field.GetAttribute("name"), Is.EqualTo("minuter"));
        Assert.That(field.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent, Does.EndWith("Ange ett tal"));
        Assert.That(page.QuerySelector(".summary")!.HasAttribute("autofocus"), Is.True);
    }

    [Test]
    public async Task How_much_must_be_written_is_said_before_anything_is_refused()
    {
        const string Form = """{ "components": [ { "type": "textarea", "key": "skal", "label": "Varför?", "validate": { "required": true, "minLength": 20 } } ] }""";
        var page = await Draw(new Rendered(), Form);

        var field = page.QuerySelector("textarea")!;
        Assert.That(page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent, Is.EqualTo("Minst 20 tecken."));
    }

    [Test]
    public async Task Words_of_the_definitions_are_shown_as_text_and_never_as_markup()
    {
        const string Sly = """{ "components": [ { "type": "text", "text": "<script>alert(1)</script>" }, { "type": "textfield", "key": "a", "label": "<img src=x onerror=alert(1)>" } ] }""";
        var page = await Draw(new Rendered(), Sly);

        Assert.That(page.QuerySelectorAll("script, img"), Is.Empty);
        Assert.That(page.QuerySelector(".form-prose p")!.TextContent, Is.EqualTo("<script>alert(1)</script>"));
    }

    private static async Task<IDocument> Draw(Rendered rendered, string json, FeelContext? variables = null, Func<string, string?>? nameOf = null)
    {
        var form = FormReader.Read("forms/prov.form", json).Form!;
        var known = variables ?? FeelContext.Empty;
        var environment = new FeelEnvironment(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        var soFar = rendered.State.Posted is { } posted ? FormView.Answers(posted).AsFeel() : FeelContext.Empty;
        var view = new FormView(form, new FormConditions(known, environment), known, environment, soFar, nameOf ?? (_ => null));
        return await rendered.Draw(builder =>
        {
            builder.OpenComponent<ErrorSummary>(0);
            builder.CloseComponent();
            builder.OpenComponent<PostForm>(1);
            builder.AddComponentParameter(2, nameof(PostForm.Name), "task");
            builder.AddComponentParameter(3, nameof(PostForm.ChildContent), (RenderFragment)(inner =>
            {
                inner.OpenComponent<FormParts>(0);
                inner.AddComponentParameter(1, nameof(FormParts.Parts), form.Components);
                inner.AddComponentParameter(2, nameof(FormParts.View), view);
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        });
    }
}
