namespace CaseFlow.Engine.Feel.Evaluation;

/// <summary>What can go wrong in an evaluation, as a text with holes. The texts are only filled in for the first complaint of an evaluation.</summary>
internal sealed record Complaint(string Sv, string En)
{
    public static readonly Complaint UnknownName = new("Namnet \"{0}\" finns inte.", "The name \"{0}\" is not known.");
    public static readonly Complaint NotAFunction = new("\"{0}\" är ingen funktion.", "\"{0}\" is not a function.");
    public static readonly Complaint Arithmetic = new("Det går inte att räkna {1} med {0} och {2}.", "{1} cannot be computed with {0} and {2}.");
    public static readonly Complaint Negation = new("Det går inte att byta tecken på {0}.", "{0} cannot be negated.");
    public static readonly Complaint NumberRange = new("Resultatet av {0} finns inte eller är för stort.", "The result of {0} does not exist or is too large.");
    public static readonly Complaint Compared = new("Det går inte att jämföra {0} med {1}.", "{0} cannot be compared with {1}.");
    public static readonly Complaint NotBoolean = new("Ett villkor blev {0}, inte sant eller falskt.", "A condition became {0}, neither true nor false.");
    public static readonly Complaint NotIterable = new("Det går inte att gå igenom {0}.", "{0} cannot be iterated over.");
    public static readonly Complaint PathOn = new("{0} har inget som heter \"{1}\".", "{0} has nothing called \"{1}\".");
    public static readonly Complaint IndexOutside = new("Listan har ingen plats {0}.", "The list has no position {0}.");
    public static readonly Complaint DuplicateKey = new("Namnet \"{0}\" står två gånger i samma kontext.", "The name \"{0}\" stands twice in the same context.");
    public static readonly Complaint ArgumentCount = new("Funktionen \"{0}\" kan inte anropas med {1} argument.", "The function \"{0}\" cannot be called with {1} arguments.");
    public static readonly Complaint ArgumentNames = new("Funktionen har inte de angivna parametrarna, utan: {0}.", "The function does not have the given parameters, but: {0}.");
    public static readonly Complaint Argument = new("Funktionen \"{0}\" kan inte använda värdet {1}.", "The function \"{0}\" cannot use the value {1}.");
    public static readonly Complaint Pattern = new("\"{0}\" är inget giltigt mönster.", "\"{0}\" is not a valid pattern.");
    public static readonly Complaint RangeEnds = new("Intervallets gränser {0} och {1} passar inte ihop.", "The range's endpoints {0} and {1} do not fit together.");
    public static readonly Complaint WrongType = new("Värdet {0} är inte av typen {1}.", "The value {0} is not of the type {1}.");
    public static readonly Complaint NotAllowed = new("Värdet {0} är inte tillåtet för {1}.", "The value {0} is not allowed for {1}.");
    public static readonly Complaint ExternalFunction = new("Funktioner i andra språk stöds inte.", "Functions in other languages are not supported.");
    public static readonly Complaint TooDeep = new("Anropen är för djupt nästlade.", "The calls are nested too deeply.");
    public static readonly Complaint Budget = new("Uttrycket kräver fler steg än de tillåtna.", "The expression needs more steps than allowed.");
    public static readonly Complaint TooLarge = new("Uttrycket ger ett för stort värde.", "The expression gives a value that is too large.");
    public static readonly Complaint Broken = new("Uttrycket är inte giltig FEEL: {0}", "The expression is not valid FEEL: {0}");
    public static readonly Complaint NoRule = new("Ingen regel i tabellen \"{0}\" passar.", "No rule in the table \"{0}\" matches.");
    public static readonly Complaint SeveralRules = new("Reglerna {1} i tabellen \"{0}\" passar samtidigt.", "The rules {1} in the table \"{0}\" match at the same time.");
    public static readonly Complaint NoLogic = new("\"{0}\" har ingen beslutslogik.", "\"{0}\" has no decision logic.");
    public static readonly Complaint UnknownDecision = new("Beslutet \"{0}\" finns inte i modellen.", "The decision \"{0}\" is not in the model.");
    public static readonly Complaint Cycle = new("\"{0}\" kräver sig självt.", "\"{0}\" requires itself.");

    public FeelError Filled(int position, string? a, string? b, string? c) =>
        new(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Sv, a, b, c),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, En, a, b, c),
            position);
}
