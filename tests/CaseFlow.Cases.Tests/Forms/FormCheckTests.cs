using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Forms;

/// <summary>The same check of answers on every road.</summary>
internal sealed class FormCheckTests
{
    private static readonly FormSchema Form = FormReader.Read("test/forms/sortering.form", """
        { "type": "default", "components": [
          { "type": "textfield", "key": "rubrik", "label": "Rubrik", "validate": { "required": true, "minLength": 3, "maxLength": 10 } },
          { "type": "number", "key": "minuter", "label": "Minuter", "validate": { "min": 5, "max": 60 } },
          { "type": "datetime", "subtype": "date", "key": "datum", "label": "Datum" },
          { "type": "checkbox", "key": "klart", "label": "Klart" },
          { "type": "radio", "key": "utfall", "label": "Utfall", "values": [ { "label": "VVG", "value": "vvg" }, { "label": "SRO", "value": "sro" } ] },
          { "type": "checklist", "key": "sidor", "label": "Sidor", "valuesKey": "sidorna" },
          { "type": "group", "label": "Varför", "conditional": { "hide": "=utfall != \"sro\"" }, "components": [
            { "type": "textarea", "key": "motiv", "label": "Motiv", "validate": { "required": true } } ] } ] }
        """).Form!; // the test below reads it

    private static readonly FeelContext Variables = FeelContext.Of([new("sidorna", FeelValue.Of([FeelValue.Of("a"), FeelValue.Of("b")]))]);

    [Test]
    public void What_a_page_posts_becomes_numbers_dates_flags_and_codes()
    {
        var outcome = Check(("rubrik", ["  Rutin "]), ("minuter", ["12,5"]), ("datum", ["2026-12-01"]), ("klart", ["on"]), ("utfall", ["vvg"]), ("sidor", ["b"]));

        var answers = outcome.Value;
        Assert.That(answers.Answers.ToJson(), Is.EqualTo("""{"datum":"2026-12-01","klart":true,"minuter":12.5,"rubrik":"Rutin","sidor":["b"],"utfall":"vvg"}"""));
        Assert.That(answers.Codes["minuter"], Is.EqualTo(FeelValue.Of(12.5m)));
        Assert.That(answers.Codes["datum"], Is.EqualTo(FeelValue.Of(new DateOnly(2026, 12, 1))));
        Assert.That(answers.Codes["klart"], Is.EqualTo(FeelValue.Of(true)));
    }

    [Test]
    public void What_a_person_wrote_never_becomes_a_variable_and_an_unanswered_question_becomes_null()
    {
        var codes = Check(("rubrik", ["Rutin"])).Value.Codes;

        Assert.That(codes.Select(c => c.Key), Is.EquivalentTo(["minuter", "datum", "klart", "utfall", "sidor"]));
        Assert.That(codes["utfall"].IsNull, Is.True);
        Assert.That(codes["klart"], Is.EqualTo(FeelValue.Of(false)));
    }

    [TestCase("rubrik", "", "form.required")]
    [TestCase("rubrik", "ab", "form.too-short")]
    [TestCase("rubrik", "abcdefghijk", "form.too-long")]
    [TestCase("rubrik", "8112189876", "text.personal-number", Description = "Checksum-valid, but nobody's: from the tax agency's documentation")]
    [TestCase("minuter", "fem", "form.number")]
    [TestCase("minuter", "61", "form.range")]
    [TestCase("datum", "2026-02-30", "form.date")]
    [TestCase("utfall", "avtal", "form.choice")]
    [TestCase("sidor", "c", "form.choice")]
    [TestCase("klart", "kanske", "form.choice")]
    [TestCase("annat", "x", "form.unknown")]
    public void A_wrong_answer_is_refused_at_its_field(string field, string value, string code)
    {
        var fields = new Dictionary<string, string[]> { ["rubrik"] = ["Rutin"], [field] = [value] };

        var outcome = Check([.. fields.Select(f => (f.Key, f.Value))]);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code, r.Field)), Is.EqualTo([(RefusalKind.Invalid, code, field)]));
    }

    [Test]
    public void All_faults_are_told_at_once_in_both_languages()
    {
        var refusals = Check(("minuter", ["x"]), ("datum", ["x"])).Refusals;

        Assert.That(refusals.Select(r => r.Field), Is.EquivalentTo(["rubrik", "minuter", "datum"]));
        Assert.That(refusals[0].Text, Is.EqualTo(new BilingualText("Fyll i ”Rubrik”.", "Fill in \"Rubrik\".")));
    }

    [Test]
    public void A_question_that_is_hidden_is_neither_required_nor_kept()
    {
        var hidden = Check(("rubrik", ["Rutin"]), ("utfall", ["vvg"]), ("motiv", ["Kvar från ett annat val"]));
        var shown = Check(("rubrik", ["Rutin"]), ("utfall", ["sro"]));

        Assert.That(hidden.Value.Answers.Text("motiv"), Is.Null);
        Assert.That(shown.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo([("form.required", "motiv")]));
    }

    [Test]
    public void Rest_and_page_give_the_same_answers()
    {
        using var json = JsonDocument.Parse("""{ "rubrik": "Rutin", "minuter": 12.5, "klart": true, "sidor": ["a", "b"] }""");
        var rest = FormAnswers.FromJson(json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone()));
        var page = FormAnswers.FromFields([new("rubrik", ["Rutin"]), new("minuter", ["12,5"]), new("klart", ["on"]), new("sidor", ["a", "b"])]);

        Assert.That(Run(rest).Value.Answers.ToJson(), Is.EqualTo(Run(page).Value.Answers.ToJson()));
    }

    [Test]
    public void A_commands_own_fields_are_kept_as_they_are_but_guarded_against_personal_numbers()
    {
        var clauses = FormAnswers.FromFields([new("satser[0].kod", ["noterar"]), new("satser[1].kod", ["staller-sig-bakom"]), new("satser[1].text", ["811218-9876"]), new("satser[2].kod", [""])]);

        var guarded = FormCheck.Run(null, ["satser"], clauses, FeelContext.Empty, new FeelEnvironment(TestHouse.Start));

        Assert.That(guarded.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo([("text.personal-number", "satser[1].text")]));
        Assert.That(clauses.List("satser").Select(c => c.Text("kod")), Is.EqualTo(["noterar", "staller-sig-bakom"]));
    }

    private static Outcome<CheckedAnswers> Check(params (string Key, string[] Values)[] fields) =>
        Run(FormAnswers.FromFields(fields.Select(f => KeyValuePair.Create<string, IReadOnlyList<string>>(f.Key, f.Values))));

    private static Outcome<CheckedAnswers> Run(FormAnswers answers) => FormCheck.Run(Form, [], answers, Variables, new FeelEnvironment(TestHouse.Start));
}
