namespace PresenceClient.Emulator.Seeding;

/// <summary>
/// Given and family names from many countries. The form after a bar has no accents and is used in addresses.
/// </summary>
internal static class Names
{
    public static readonly Name[] Given = Parse("""
        Adele Aisha Akira Alejandro Alice Amara Amir Ana Anders Andrea Anika Antonio Aoife Arjun Astrid Ayşe|Ayse
        Beatriz Björn|Bjorn Bogdan Camila Carlos Chiara Chidi Chloé|Chloe Christopher Daniel Deepa Diego Dimitri
        Ekaterina Elena Elif Emeka Emily Emre Erik Esther Fatima Felipe Fiona Florian François|Francois Freya Gabriel
        Giulia Grace Greta Guillermo Hana Hannah Haruto Hassan Hiroshi Ibrahim Ines Ingrid Isabel Ivan Jakub Jamal
        James Jana Javier Jeong Jin João|Joao Johanna Jonas José|Jose Julia Kaito Kamal Karin Katarzyna Kavya Kenji
        Kwame Lars Layla Lea Leila Lidia Linh Lucía|Lucia Luca Łukasz|Lukasz Magnus Mai Marek Margarida Maria Marta
        Mateo Matteo Maya Mehmet Mei Michael Miguel Min Mohammed Nadia Naoko Natalia Ngozi Niamh Nikolai Noah Noor Olga
        Olivia Omar Oskar Paolo Patrick Paulina Pavel Pedro Petra Piotr Priya Rafael Rahul Renée|Renee Rosa Ruth Sakura
        Samir Sanjay Santiago Sara Sean Selma Siddharth Siobhán|Siobhan Sofia Søren|Soren Stefan Svetlana Tariq
        Thandiwe Thomas Tomás|Tomas Tuan Valentina Vikram Wei William Xin Yara Yuki Yusuf Zanele Zoë|Zoe Zsófia|Zsofia
        """);

    public static readonly Name[] Family = Parse("""
        Abe Abdullah Acosta Adeyemi Ahmed Allen Almeida Andersson Antonov Bakker Banerjee Barbosa Becker Bianchi
        Bondarenko Brown Byrne Campbell Castro Chen Cohen Costa Cruz Dąbrowski|Dabrowski Dang Davies Delgado Demir
        Díaz|Diaz Diallo Dubois Dvořák|Dvorak Eriksson Evans Fernández|Fernandez Ferrari Fischer Fournier Fujita
        García|Garcia Gomes Gonçalves|Goncalves González|Gonzalez Gupta Haddad Hansen Hernández|Hernandez Hoang
        Horváth|Horvath Hussain Ishikawa Ivanova Jansen Jensen Johansson Jones Joshi Kaplan Kaur Kawasaki Keller Kelly
        Khan Kim Kobayashi Kovács|Kovacs Kowalski Kumar Larsen Laurent Lee Lefebvre Lehmann Li Lima Lindqvist Liu
        López|Lopez MacDonald Mahmoud Malik Mancini Markovic Martin Mbeki Mehta Mendes Meyer Miller Molina Moreau
        Moreno Morris Müller|Muller Murphy Mwangi Nakamura Navarro Ndlovu Nguyen Nielsen Novák|Novak Nowak Nwosu
        O'Brien|OBrien Ochoa Okafor Okonkwo Oliveira Olsen Ortiz Osei Öztürk|Ozturk Park Patel Pereira Petrov Pham
        Popescu Rahman Ramírez|Ramirez Reddy Reyes Ricci Rossi Roux Ruiz Saito Santos Sato Schmidt Schneider Sharma
        Silva Singh Smith Sokolov Suzuki Takahashi Tanaka Taylor Torres Tran Van-Dijk Vargas Vasquez Virtanen Wagner
        Walker Wang Weber Williams Wójcik|Wojcik Wong Wright Yamamoto Yang Yılmaz|Yilmaz Zhang Zimmermann Zulu
        """);

    private static Name[] Parse(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Name.Parse)];
}
