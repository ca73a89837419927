namespace Ledger.Obligations;

/// <summary>The rules that can be put in force, by group: A responsibility, B meetings, C tasks and rectification, D plans and
/// reports, E inspection and assessment, F study, G channels and publication.</summary>
public enum RuleCode
{
    A1, A2, A3, A4, A5, A6, A7, A8,
    B1, B2, B3, B4, B5, B6, B7, B8, B9,
    C1, C2, C3, C4, C5, C6, C7, C8, C9,
    D1, D2, D3, D4, D5, D6, D7, D8,
    E1, E2, E3, E4,
    F1, F2, F3, F4,
    G1, G2, G3, G4, G5, G6, G7,
}
