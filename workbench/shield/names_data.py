"""Names and words the finders know: written by hand, facts about language, no copy of a register.

Everything is one blank-separated string a group; `name_lists` makes sets of them.
"""

FIRST_NAMES_NB = """
Aage Aasa Aase Aasmund Abdi Abdullah Abdul Abdullahi Abel Abdirahman Ada Adam Adele Adelen Adil Adina Adnan Adrian
Agathe Agata Agnar Agnes Agnete Agnethe Ahmad Ahmed Aida Aila Aili Ailin Aina Aino Aisha Aksel Alan Alba Albert Albin
Aleksander Aleksandra Alexander Alexandra Alf Alfhild Alfred Ali Alice Alida Alina Alise Allan Alma Alva Alvilde Alvin
Amal Amalie Amanda Amina Amine Amir Amira Ammar Amund Ana Anders Andor Andre André Andrea Andreas Andrzej Ane Anette
Angelica Angelika Anita Anja Anker Ann Anna Anne Annelise Anneli Annette Anniken Annikken Annika Annlaug Anny Ansgar
Anton Antonette Antoni Ante Anwar Arild Arman Armin Arna Arnar Arne Arnfinn Arnhild Arnstein Arnt Arnulf Aron Arthur
Artur Arve Arvid Asbjørn Asgeir Ashild Asif Ask Aslak Aslaug Asle Asma Asmund Aspen Astri Astrid Atle Aud Audhild
Audun Augusta Augustin Aurora Ava Ayan Ayaan Ayse Azra Bahar Balder Bao Barbro Bashir Bastian Beate Beathe Benedicte
Benedikt Benedikte Bengt Benjamin Bente Berge Berger Berit Bernhard Bernt Bert Berta Berthe Bertil Birger Birgit Birgitte
Birgitta Birk Birte Birthe Bjarne Bjarte Bjørg Bjørn Bjørnar Bjarke Bodil Bogdan Borghild Bora Brage Britt Brita Brith
Brynhild Brynjar Børge Børre Bård Camilla Carina Carine Carl Carina Carla Carlos Caroline Carsten Casper Caspian Cato
Cathrine Cecilie Cecilia Celin Celina Celine Charlotte Chris Christel Christer Christian Christin Christina Christine
Christoffer Christopher Clara Claus Conrad Connie Cornelia Cornelius Dag Dagfinn Dagmar Dagny Dagrun Dan Dani Daniel
Daniela Danuta Daria Dariusz David Deeqa Denis Diana Dina Dorota Dorte Dorthe Dorthea Ebba Ebbe Edel Edgar Edit Edith
Edmund Edvard Edvin Edin Egil Egon Eilef Eileen Eilif Eilin Eiliv Einar Einride Eir Eira Eirik Eirill Eirin Eivind Eivor
Elena Elev Elfrida Eli Elias Elida Elif Elin Elina Eline Elisa Elisabet Elisabeth Elise Elise Ella Elle Ellen Elli
Ellinor Elling Elma Elna Elsa Else Elsebeth Elvira Elvin Embla Emely Emil Emilia Emilian Emilie Emily Emma Emmanuel
Endre Endre Enok Enya Erica Erik Erika Erlend Erling Ernst Espen Ester Esther Eskil Esben Eva Even Evelyn Evy Evangeline
Fabian Fadumo Faisal Falk Fanny Farah Farid Farida Farouk Fartun Faruk Fatima Fatma Fatuma Felicia Felix Fiffi Filip
Filippa Finn Fiona Firas Flemming Fransiska Frank Franz Fred Freddy Frederik Frederikke Fredrick Fredrik Fredrikke Freja
Freya Frida Frieda Frode Frøydis Frøya Froydis Gabriel Gabriela Gabrielle Gaute Geir Geirmund Georg George Gerd Gerda
Gerhard Gina Gisle Gitte Gjermund Gjertrud Glenn Gord Gorm Grace Greger Grete Grethe Grethe Gro Grzegorz Gry Gudbrand
Gudmund Gudny Gudrun Gudveig Gunda Gunhild Gunn Gunnar Gunnbjørg Gunnhild Gunnlaug Gunnvor Gunvor Gustav Guttorm Guro
Gyda Gøran Habib Hadi Haakon Halfdan Halgeir Hallgeir Halldis Hallgrim Hallstein Hallvard Halvard Halvor Hamid Hamza
Hana Hanan Hanna Hannah Hanne Hannes Hans Harald Harry Hasan Hassan Hauk Hawa Hedda Hedvig Hege Heidi Heine Helen Helena
Helene Helga Helge Helle Hella Helmer Hilal Henning Henny Henriette Henrik Henrikke Henry Herbjørn Herbjørg Herdis
Herman Hermann Hermine Hermod Hibo Hilda Hilde Hildegunn Hildegard Hilja Hilma Hiwa Hjalmar Hjørdis Hodan Holger Hong
Hossein Hugo Huda Hulda Husein Hussein Håkon Håvar Håvard Ian Ibrahim Ida Idar Idun Ifrah Iman Imran Ina Inga Ingar Inge
Ingebjørg Ingeborg Ingelin Inger Ingerid Ingfrid Inghild Ingjerd Ingmar Ingolf Ingrid Ingri Ingunn Ingvald Ingvar
Ingvild Ingvill Iqra Irene Irina Iris Irmelin Isa Isabel Isabell Isabella Isabelle Isak Iselin Ismail Issa Ivan Ivar Iver
Iwona Jack Jacob Jakob Jakub Jama James Jamal Jamila Jan Janicke Janne Jannicke Jannike Janusz Jarl Jarle Jasmin Jasmine
Javad Jeanette Jenny Jens Jesper Jette Jim Jimmy Jo Joachim Joakim Joanna Joar Jofrid Johan Johann Johanna Johanne
Johannes John Johnny Jolanta Jomar Jon Jonas Jonathan Jone Jonny Jorid Jorunn Jorun Josef Josefine Josefin Joseph
Josephine Jostein Judith Julia Julian Juliane Julie Julius June Jøran Jørgen Jørn Jørund Kai Kaia Kaisa Kaja Kaj Kajsa
Kamilla Karam Kare Karen Kari Karianne Karim Karima Karin Karina Karine Karl Karla Karoline Karsten Kaspar Kasper
Katarina Katarzyna Kate Kathinka Kathrine Katja Kato Katrine Kay Kayla Ken Kenneth Kenny Kent Ketil Kevin Khadija Khadra
Khaled Khalid Kim Kine Kirsten Kirsti Kitty Kjartan Kjell Kjellaug Kjersti Kjerstin Kjetil Klara Klaus Knut Kolbein
Kolbjørn Konrad Kornelia Kornelius Krister Kristen Kristian Kristiane Kristin Kristina Kristine Kristoffer Krystyna
Krzysztof Kyrre Kåre Laila Lana Lars Lasse Laura Laurits Lea Leah Leif Leiv Lena Lene Leo Leon Leona Leonard Leyla Liam
Lidia Lilian Lill Lilli Lillian Lilly Lillemor Lily Lina Linda Lindis Line Linea Linn Linnea Linus Lisa Lisbet Lisbeth
Lise Liselotte Live Liv Liva Ljiljana Lone Lornts Lotta Lotte Louisa Louise Lovisa Lucas Ludvig Luca Lucia Luis Luisa
Lukas Luna Lydia Lykke Lærke Mads Magda Magdalena Magdi Magnar Magne Magnhild Magni Magnus Mahad Mahamed Mahdi Mahmoud
Mai Maia Maiken Maj Maja Majken Malene Malgorzata Malika Malin Malena Mari Maria Mariam Mariann Marianne Mariana Marie
Mariell Marielle Mariel Marina Marion Maris Marit Marita Marius Mark Markus Marlene Marta Marte Marthe Martha Martin
Martina Martine Martinus Marwa Maryam Mateo Mateusz Matheo Mathea Mathias Mathilde Matias Mats Matthias Max Maximilian
May Maya Maylen Mehmet Melina Melissa Merete Merethe Mia Michael Michal Michelle Mie Mikael Mikaela Mike Mikkel Milan
Mille Milla Milad Milo Mimmi Mina Minh Mira Miriam Mohamad Mohamed Mohammad Mohammed Molly Mona Monica Monika Mons
Monsur Morgan Morten Mostafa Mounir Muhammad Mustafa Märta Måret Marja Nabil Nadia Najma Nam Nanna Naomi Natalia Natalie
Nataniel Nathalie Nathaniel Neda Nelly Nicolai Niklas Niko Nikola Nikolai Nils Nina Nini Njål Noah Noel Noor Nora Norah
Norma Normann Norunn Nour Ola Olaf Olai Olaug Olav Ole Oleg Olga Olina Oline Oliver Olivia Oluf Omar Omer Ommund Ona
Oscar Oskar Osman Otilie Otto Oda Odd Oddbjørg Oddbjørn Oddgeir Oddleif Oddmund Oddny Oddrun Oddvar Oddveig Odin Ove
Palina Parisa Patrick Patricia Patrik Paul Paula Paulina Pauline Pawel Peder Pelle Per Pernille Pernilla Petra Petrine
Petter Peter Philip Phillip Pia Piotr Preben Rachel Rafael Ragna Ragnar Ragne Ragnhild Ragnvald Rahma Raja Rakel Ramin
Ramona Randi Rania Rasmus Raymond Rebecca Rebekka Reidar Reidun Reidulf Regine Regina Rene Reza Ricard Richard Rigmor
Rikard Rikke Rita Roald Roar Robert Robin Roger Roland Rolf Rolv Roman Ronald Ronja Ronny Rosa Rose Roy Ruben Rudolf Rune
Runa Runar Runhild Ruth Rut Ryan Rønnaug Sabina Sabine Sabrina Safa Sahra Said Salim Salma Sam Samir Samira Sammy Samson
Samuel Sander Sandra Sanna Sanne Sara Sarah Saoirse Sebastian Selina Selma Selmer Serina Severin Shirin Shukri Siavash
Sidsel Sigbjørn Signe Sigmund Signy Sigrid Sigrun Sigurd Sigve Siham Siiri Silja Silje Silas Silvia Simen Simon Simone
Sindre Siren Siri Siril Sirin Sissel Siv Sivert Sjur Sixten Snefrid Snorre Sofia Sofie Soheila Solbjørg Solfrid Solrun
Solvei Solveig Solvår Sondre Sonja Sophia Sophie Stanislaw Stefan Steffen Stein Steinar Stella Sten Stephan Stian Stig
Storm Stine Sturla Sturle Styrk Suleiman Sunniva Susan Susann Susanna Susanne Svanhild Svante Svein Sveinung Sven Svenn
Sverre Sylvi Sylvia Synne Synneva Synnøve Syver Sølvi Søren Sølve Sámmol Sunná Tage Tale Tanja Tara Tariq Tarald Tarjei
Tasnim Tatiana Terese Therese Terje Theo Thea Thelma Theodor Thi Thom Thomas Thor Thorbjørn Thore Thorleif Thorstein
Thorvald Tim Timian Tina Tine Tiril Tobias Tollef Tom Tomas Tomasz Tone Tonje Tony Tor Tora Torbjørn Tord Tore Torfinn
Torgeir Torger Torgrim Torgunn Torhild Toril Torill Torkel Torkil Torkjell Torleif Tormod Torstein Torunn Torun Torvald
Tove Trine Trond Truls Trude Trygve Trym Tuan Tuva Tyra Tyler Turi Turid Tuyet Tyrid Ulf Ulrik Ulrikke Una Unn Unni Ursula
Vanessa Vebjørn Vegar Vegard Vemund Vera Veronica Veronika Veslemøy Vetle Victor Victoria Vidar Vigdis Viggo Viktor
Viktoria Vilde Vilhelm Vilja Viljar Villemo Viola Violet Vivian Vladimir Vår Walid Walter Warsame Wenche Werner Wibeke
Wiktor Wilhelm Wilma William Wojciech Wilde Yasin Yasir Yasmin Yasmina Ylva Ynve Yngve Yngvild Yohannes Yonas Younes Yousef
Yusra Yusuf Yvonne Zahra Zainab Zakaria Zara Zahid Zeinab Zeynep Zoe Zofia Zuhal Ådne Åge Ågot Ånund Åsa Åse Åshild
Åslaug Åsmund Åsne Åste Åsta Ærling Øivind Ørjan Ørnulf Øystein Øyvind Øyvor Øydis Aanund Aslak Ailu Ailo Aile Ánde Ánne
Ánte Áilu Áilo Biret Birit Berit Elen Elle Ellá Gáddjá Heaika Heika Iŋgá Issát Issat Iŋger Jovsset Jovnna Johan Káre
Káren Karen Lásse Lávra Lemet Máhtte Mahtte Márjá Máret Márge Mihkkal Mikkel Mikkal Máren Nilla Niillas Niilas Ovlla Ole
Piera Per Ráste Rávdna Ravna Risten Sárá Sáre Sunna Sofe Sire Somby Ánná Anaïs Annikki Aslat Dávvet Ellen Elli Emeli
Matti Juhani Marja Pekka Pirjo Tuula Timo Jari Kaarina Helmi Ville
"""

SURNAMES_NB = """
Aamodt Aas Aase Aasen Abdi Abrahamsen Adolfsen Ahmed Akhtar Albertsen Ali Alnes Alstad Amundsen Andersen Andersson
Andreassen Andresen Antonsen Arnesen Arntsen Arntzen Aune Austad Bakke Bakken Bakkerud Balto Bang Bekkelund Bentsen Berg
Berge Berger Berget Bergersen Bergheim Berglund Bergsland Bernhardsen Berntsen Birkeland Bjerke Bjerkan Bjørge Bjørnsen
Bjørnstad Blom Boine Borge Borgen Brandt Brattli Breivik Brekke Bråten Brun Bruun Bruvoll Bryn Buljo Bye Bø Bøe Carlsen
Christensen Christiansen Christoffersen Dahl Dahle Dalen Danielsen Davidsen Dyrdal Dybdahl Edvardsen Egeland Eide Eidem
Eikeland Eilertsen Eira Eliassen Ellingsen Ellingsrud Engen Engebretsen Enger Eriksen Eriksson Espeland Evensen Falch
Farah Fagerli Finstad Fjeld Fjellheim Fjeldstad Fjæreide Flaten Foss Fosse Fossum Fredriksen Frantzen Fuglesang Gaup
Gabrielsen Gjerde Gjertsen Gran Granli Grande Graven Greger Grønli Gulbrandsen Gundersen Gustavsen Gåsvær Haga Hagen
Hageland Haaland Halvorsen Hamdan Hammer Hansen Hanssen Hansson Haraldsen Hassan Haug Hauge Haugen Haugerud Haugland
Hegge Heggelund Helgesen Helland Helle Henriksen Hermansen Hestnes Hetland Hoel Hoff Holen Holm Holmen Holt Holte
Horn Hovland Hussain Husby Huseby Hussein Høiland Høyland Ingebrigtsen Ingebretsen Isaksen Iversen Jacobsen Jakobsen
Jansen Jensen Jenssen Johannessen Johannesen Johansen Johansson Johnsen Jonassen Jonsen Jørgensen Josefsen Juul Juuso Jama
Kaspersen Karlsen Khan Kjeldsen Klausen Knudsen Knutsen Kolstad Kowalski Kowalska Kristensen Kristiansen Kristoffersen
Krogh Kvam Kvamme Kvåle Kvernmo Lange Langeland Larsen Larssen Lauritzen Lervik Lie Lien Lindberg Lindgaard Lindseth Lind
Linnerud Lorentzen Ludvigsen Lund Lunde Lundberg Lundby Lunde Lyng Lyngstad Lyngås Løken Løvås Madsen Magnussen Markussen
Martinsen Mathiesen Mathisen Meland Melby Mikalsen Mikkelsen Moe Moen Mohamed Mohammed Molde Monsen Mork Mortensen Myhre
Myhren Myhr Myklebust Myklevoll Myrvold Myrvang Møller Nesheim Nes Ness Nesse Nguyen Nergård Nicolaisen Nielsen Nikolaisen
Nilsen Nilssen Norberg Nordby Nordahl Nordli Nordstrand Nordvik Norheim Normann Nowak Nyborg Nygård Nygaard Nyhus Næss Oddsen
Ødegaard Ødegård Olafsen Olaussen Olsen Olsson Omland Osman Opdahl Oppedal Opsahl Osland Ottesen Owren Paulsen Pedersen
Persen Petersen Pettersen Petterson Pham Prestegård Ramberg Ramstad Rasmussen Rastad Refsnes Reinertsen Reitan Riise Rogne
Rognstad Rostad Ruud Ryan Rød Rønning Rønningen Røed Røstad Samuelsen Sandberg Sande Sanden Sandnes Sandvik Sara Sather
Seljeseth Seim Seland Selnes Siem Simonsen Singh Sivertsen Sjursen Skaar Skage Skar Skarpnes Skjerve Skogen Skoglund
Skaug Skog Skogstad Skoglund Solbakken Solberg Solem Solhaug Solheim Solli Solstad Solvang Somby Soleng Stangeland Stavik
Steen Stensrud Stene Stenersen Stenberg Stokke Stokkan Storli Storm Strand Strøm Strømme Stokka Sund Sundby Sunde Sundet
Svendsen Syversen Sæther Sætre Sæter Sørensen Sørli Sørum Tangen Tangvik Teigen Thomassen Thoresen Thorsen Thorstensen Tofte
Tollefsen Torgersen Torkildsen Torsvik Tran Tveit Tveiten Tverberg Tønnessen Ueland Ulriksen Ulvestad Utsi Utne Valla
Varga Vik Vika Viken Vikse Vold Volden Vatne Wiik Wang Warsame Wilhelmsen Winther Wold Yusuf Yilmaz Østby Østbø Østerud Øverby
Øverland Øvrebø Ørstad Øien Øyen Ødegården Åsen Ås Aasland Ertzgaard Valkeapää Hætta Bær Magga Mienna Turi Guttorm
"""

FIRST_NAMES_EN = """
Aaron Abigail Adam Aidan Aileen Alan Alasdair Albert Alex Alexander Alexandra Alfie Alice Alison Amanda Amber Amelia Amy
Andrea Andrew Andy Angela Angus Anita Ann Anna Anne Annie Anthony Archie Arthur Ashley Audrey Ava Barbara Barry Beatrice
Becky Ben Benjamin Bernard Beth Bethany Betty Beverley Bill Billy Bob Bobby Brenda Brian Bridget Bruce Bryan Callum
Cameron Carl Carol Caroline Catherine Cathy Charles Charlie Charlotte Cheryl Chloe Chris Christina Christine Christopher
Claire Clare Colin Connor Craig Cynthia Daisy Damian Dan Daniel Danny Darren Dave David Dawn Dean Deborah Debbie Declan
Denise Dennis Derek Diana Diane Dominic Donald Donna Doreen Doris Dorothy Doug Douglas Duncan Dylan Eddie Edith Edward
Eileen Elaine Eleanor Elizabeth Ella Ellie Emily Emma Eric Ethan Eva Evan Evelyn Evie Ewan Faith Fiona Florence Frances
Francis Frank Fraser Fred Freddie Gareth Gary Gavin Gemma Geoff George Georgia Gerald Gillian Glenn Gloria Gordon Grace
Graham Grant Greg Hannah Harold Harriet Harry Hayley Hazel Heather Helen Henry Holly Hugh Ian Imogen Irene Iris Isaac
Isabel Isla Ivan Jack Jackie Jackson Jacob Jacqueline Jade Jake James Jamie Jane Janet Janice Jasmine Jason Jean Jeff
Jennifer Jenny Jeremy Jess Jessica Jill Jim Jimmy Joan Joanna Joanne Jodie Joe Joel John Johnny Jonathan Jordan Joseph
Josh Joshua Joyce Judith Judy Julia Julian Julie June Justin Karen Kate Katherine Kathleen Kathryn Kathy Katie Kay Keith
Kelly Ken Kenneth Kerry Kevin Kieran Kim Kirsty Kyle Laura Lauren Lawrence Leah Lee Leo Leon Leslie Lewis Liam Lily Linda
Lisa Logan Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Maggie Malcolm Marcus Margaret Maria Marian Marie Marion
Mark Martha Martin Mary Mason Matt Matthew Maureen Maurice Maxine Megan Melanie Melissa Michael Michelle Mick Mike Mildred
Millie Miriam Mohammed Moira Molly Monica Muriel Nadia Nancy Naomi Natalie Natasha Nathan Neil Niall Nicholas Nick Nicola
Nicole Nigel Noah Nora Norma Norman Olive Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peggy Penny
Pete Peter Philip Phil Phoebe Phyllis Polly Priya Rachael Rachel Ralph Ray Raymond Rebecca Reece Reggie Rhys Richard Ricky
Rita Rob Robert Robin Rod Roger Ron Ronald Rory Rose Rosie Ross Rowan Roy Russell Ruth Ryan Sally Sam Samantha Samuel
Sandra Sarah Scott Sean Shannon Sharon Shaun Sheila Shirley Sid Simon Sophia Sophie Stacey Stanley Stella Stephanie Stephen
Steve Steven Stewart Stuart Sue Susan Suzanne Sylvia Tanya Teresa Terry Theresa Thomas Tim Timothy Tina Toby Tom Tommy Tony
Tracey Tracy Trevor Una Ursula Valerie Vanessa Vera Veronica Victor Victoria Vincent Violet Vivian Walter Wayne Wendy Will
William Yvonne Zach Zoe Aisha Ahmed Amir Fatima Hassan Imran Omar Samir Yusuf Anil Ravi Sanjay Deepa Mei Wei
"""

SURNAMES_EN = """
Adams Allen Anderson Andrews Armstrong Atkinson Austin Bailey Baker Ball Barker Barnes Barrett Bennett Bell Berry Bishop
Black Booth Bradley Brooks Brown Burns Burton Butler Campbell Carr Carter Chambers Chapman Clark Clarke Cole Collins Cook
Cooper Cox Craig Crawford Cunningham Davidson Davies Davis Dawson Day Dean Dixon Doyle Duncan Edwards Elliott Ellis Evans
Ferguson Fisher Fletcher Ford Foster Fox Fraser Gardner Gibson Gill Gordon Graham Grant Gray Green Griffiths Hall Hamilton
Harper Harris Harrison Hart Harvey Hawkins Henderson Hill Holmes Howard Hudson Hughes Hunt Hunter Jackson James Jenkins
Johnson Johnston Jones Kelly Kennedy Khan King Knight Lane Lawrence Lawson Lee Lewis Lloyd MacDonald Marsh Marshall Martin
Mason Matthews McDonald McKay McLean Miller Mills Mitchell Moore Morgan Morris Morrison Murphy Murray Newman Nicholson
O'Brien O'Neill Owen Palmer Parker Patel Patterson Payne Pearce Pearson Perry Phillips Poole Porter Powell Price Reid
Reynolds Richards Richardson Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Saunders Scott Shaw Simpson Sinclair
Singh Smith Spencer Stevens Stewart Stone Sutherland Taylor Thomas Thompson Thomson Turner Walker Wallace Walsh Ward Watson
Watts Webb Wells West White Wilkinson Williams Williamson Wilson Wood Woods Wright Young
"""

# Names that are also everyday words of the language: they need a capital, and are for the second pile.
NAME_WORDS_NB = """
aas ask aspen ball bakken bakke bare bang bank berg berge berger berget bjørk bjørn bjerke blå bo bot bror brun bryn bråten
bye bø dag dagen dalen dan dan dans del egen eide eik eli embla enger even falk fink finn fjeld fjord flaten foss frank fred
fri frøya glad gran grande graven grete gro grønn gry haga hagen haug hauge haugen helle hell helge hella holm holmen holt horn
hammer hans hauk heia ia ida in isa jo jon jul juni june kai karen kari kart kast kim kjell knut kort krone lang lange lars
lav lea lie lien lill lilly lind line linn liten live liv lone lund lunde lyng lykke løken løvås mai maj mari may mi mild min
mina mira moe moen mor mork mie nes ness norma norden nordahl nord noor odd odin ola ole omar ona ordet ove over per pia plass
quist rask roar rose rosa rolf roy rud rune ruth rød saga sam sanden sande sara sky skar skogen skog sol solbakken solberg sommer
sten stein steen steinar stig stille stokke storm strand strøm sund sunde svane sæter sol sten tale tangen teigen tim tine tom
tone tor tora tore torden trond trygve tuva unn unni una ung vang valla ven vera vik vika viken vilde vilja vill viola vold volden vår
wang år ås åsen øyen ørn una storli stene lykke stor myhr myhre mons kvam ben rut turi elle hella bert are eir eira tara ana
bora gord lana mats isak max mark magda loke alle nam jack jim kent kenny kay star birk balder tarald arna elev
"""

NAME_WORDS_EN = """
adams amber april ash ball barker bell berry bill bishop black bob booth brooks brown burns butler carr carol chambers chapman
chase christian cook cooper cox daisy dawn day dean dick drew earl faith fisher fletcher ford forest foster fox frank gene
gill glen grace grant gray green guy hall harper hart hazel heath heather hill holly hope hunt hunter iris ivy jack jade jean
jenny jewel john jordan joy june king knight lane laurel lee lily lane major marsh mark mason matt max may mike mills miles mill
moss nick norm norman olive owen page palmer parker pat patience pearl penny pete peter poole poppy porter price ray rich
robin rod rose rosie rowan ruby rusty sandy scott sally skip shaw spencer stewart stone sue summer terry tony trinity turner
victor violet wade walker wallace ward watts webb wells west white will wood woods wright young dan ron sid tim tom wei mei rob
"""

# Capitalised words that identify nobody: agencies, laws, treatments, products everyone knows. One list, in one place.
KNOWN_TO_ALL = """
NAV Nav LAR Lar DPS BUP AA NA Helfo ROP FACT ACT TSB IP UP SMS TV PC DVD NRK VG KORUS KoRus RIO ADHD ADD PTSD KOLS KBT EMDR HIV
HMS PPT PP AAP IPS OT GP NHS CBT ID ICU AMK DSM ICD CPR GPS IT PDF GHB GBL LSD MDMA THC EKG MR CT PCR OCD AP AE HR IQ
Stortinget Storting Regjeringen Helsedirektoratet Helsetilsynet Statsforvalteren Fylkesmannen Helseplattformen Norge Noreg Norsk
Norway Norwegian Europa Europe England English British Britain Scotland Scottish Wales Welsh Ireland Irish UK USA EU EØS FN
Sverige Danmark Finland Norden Skandinavia Østlandet Vestlandet Sørlandet Nordland Facebook Instagram Snapchat Snap Messenger Tinder
Google Netflix YouTube Youtube Vipps Finn TikTok WhatsApp Skype Zoom Teams Spotify Wikipedia iPhone iPad Android Internett
Subutex Suboxone Buvidal Metadon Methadone Sublocade Antabus Campral Valium Sobril Stesolid Rivotril Rohypnol Xanor Xanax
Imovane Stilnoct Ritalin Concerta Aduvanz Elvanse Tramadol Nobligan Paralgin OxyContin Oxycontin Dolcontin Temgesic Seroquel
Zyprexa Prozac Cipralex Lyrica Ketamin Naloxon Nasalspray Fentanyl Kodein Paracet Ibux Pinex Voltaren Botox Librium
Kiwi Rema Meny Coop Spar Joker Bunnpris Extra Obs Ikea IKEA Clas Jula Biltema Europris Plantasjen Vinmonopolet Polet Pol Posten
Lotto Toto Tipping Paypal PayPal Visa Mastercard Tesco Asda Aldi Lidl Sainsbury Boots Greggs Volvo Toyota Volkswagen Mercedes
Ford BMW Opel Mazda Nokia Samsung Lego LEGO Monopol Yatzy Sudoku Bingo Word Excel Outlook Helsenorge Altinn BankID Bankid Digipost
Gud Herregud Herregud Jesus Bibelen Koranen Kristus Allah Satan Fanden Gudskjelov Lord God Christ Christmas Easter Bible
Jul Jula Påske Pinse Sankthans Frelsesarmeen Kirkens Bymisjon Bymisjonen Blå Kors Røde Anonyme Narkotikere Alkoholikere Samaritans
Alcoholics Narcotics Anonymous Recovery SMART Job Centre Jobcentre PIP ESA DWP Universal Credit Housing First Individuell Plan
Covid Corona Korona Covid-19 Housing First Buprenorphine Espranor Diazepam Gabapentin Pregabalin Naloxone
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
January February March April May June July August September October November December
Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag Januar Februar Mars April Mai Juni Juli August September Oktober November Desember
Mr Mrs Ms Miss Dr Sir Madam Mum Dad Mam Nan Gran Nana Granny Grandad Mummy Daddy Auntie Uncle I I'm I'd I'll I've OK Ok Okay
De Dem Deres Dykk Dykkar Mhm Hm Nja Ja Nei Jo XX XXX NN Xx Xxx
"""

# Well-known places; any other place is found by its shape and surroundings.
PLACES = """
Oslo Bergen Trondheim Stavanger Kristiansand Drammen Fredrikstad Sarpsborg Skien Porsgrunn Ålesund Sandnes Haugesund Sandefjord
Tønsberg Moss Bodø Arendal Hamar Larvik Halden Harstad Lillehammer Molde Gjøvik Kongsberg Tromsø Narvik Alta Hammerfest Kirkenes
Vadsø Vardø Mosjøen Namsos Steinkjer Stjørdal Levanger Verdal Kristiansund Førde Florø Voss Odda Notodden Rjukan Horten Askim Mysen
Elverum Kongsvinger Lillestrøm Jessheim Asker Sandvika Ski Lørenskog Bærum Hønefoss Fagernes Otta Dombås Røros Svolvær Leknes
Finnsnes Karasjok Kautokeino Lakselv Honningsvåg Mandal Flekkefjord Egersund Bryne Leirvik Stord Sogndal Rogaland Hordaland Vestland
Trøndelag Troms Finnmark Telemark Vestfold Buskerud Akershus Østfold Hedmark Oppland Innlandet Agder Grønland Grünerløkka Tøyen
London Birmingham Manchester Liverpool Leeds Sheffield Bristol Glasgow Edinburgh Cardiff Belfast Newcastle Nottingham Leicester
Dundee Aberdeen Swansea Brighton Oxford Cambridge York Exeter Plymouth Norwich Bradford Hull Coventry Derby Southampton Portsmouth
Stockholm Göteborg Malmö København Aarhus Helsinki Berlin Paris Madrid Warszawa Mogadishu Asmara Kabul Damaskus Teheran Bagdad
"""
